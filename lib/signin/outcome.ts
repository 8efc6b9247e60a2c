import { MINUTE_MS } from '../shared/duration';
import type { ValueKind } from './classify';

/**
 * How a sign-in ended. Each has its sentence in every language.
 * - `signed-in`: the tab went on to a page behind the sign-in.
 * - `accepted`: the site took the code and stayed on the page.
 * - `filled`: everything is in its field, and the person presses the last button, as they asked for.
 * - `unconfirmed`: the page moved on, to where Latchkey may not look, or without its having seen anything sent.
 * - `rejected`: the site did not take what was filled in; it does not say which of it.
 * - `key-refused`: it refused the key at its own step, before any code. `key-unexpected`: the page asks for a key, which the
 *   account's last sign-in did not take; the person decides.
 * - `clock-off`, `clock-far-off`: this computer's clock is so far from the site's that codes are corrected only if the
 *   person agrees, or not at all.
 * - `authenticator-dead`: the person said that the site no longer knows it.
 * - `limited`: too many attempts; the site opens again at the time that comes with it.
 * - `page-changed`: the page stopped asking for what a sign-in needs. `page-ambiguous`: two fields or buttons fit equally.
 * - `page-covered`: something lies over all that it asks for. `field-unknown`: a field may be the key or the code, or
 *   anything. `other-email`: the page shows an email that is not the account's.
 * - `field-refused`: a field did not keep what was written. `form-unsafe`: its form leads to another origin or window.
 * - `page-not-ready`: the page did not take the form over, and the browser would have put it into the URL; stopped.
 * - `cancelled`: by the person, in the popup or by leaving the page.
 * - `interrupted`: the worker died with a value under way, which is never sent twice. `replaced`: by a newer sign-in.
 */
export const OUTCOME_CODES = [
  'signed-in',
  'accepted',
  'filled',
  'unconfirmed',
  'rejected',
  'key-refused',
  'key-unexpected',
  'clock-off',
  'clock-far-off',
  'authenticator-dead',
  'limited',
  'server-error',
  'offline',
  'no-authenticator',
  'no-api-key',
  'page-changed',
  'page-ambiguous',
  'page-covered',
  'field-unknown',
  'other-email',
  'page-unreachable',
  'page-not-ready',
  'field-refused',
  'form-unsafe',
  'cancelled',
  'interrupted',
  'replaced',
  'timed-out',
] as const;

export type OutcomeCode = (typeof OUTCOME_CODES)[number];

/** An outcome and what its sentence names: the fields between which a page left it open, or the one that refused. */
export type Outcome = { readonly code: OutcomeCode; readonly details: readonly string[] };

/** How long an outcome is worth showing. */
export const OUTCOME_SHOWN_MS = 5 * MINUTE_MS;

/** An outcome of a code, with what its sentence names. */
export function outcome(code: OutcomeCode, ...details: readonly string[]): Outcome {
  return { code, details };
}

/** Whether the person is through, as far as can be seen. */
export function isSignedIn({ code }: Outcome): boolean {
  return code === 'signed-in' || code === 'accepted';
}

/** Whether all went as it was asked for: the person is through, or is to press the last button. */
export function isSuccess(result: Outcome): boolean {
  return isSignedIn(result) || result.code === 'filled';
}

/** The outcomes that say how many fields have taken their values, where all have. */
const COUNTED: readonly OutcomeCode[] = ['signed-in', 'accepted', 'filled', 'unconfirmed'];

/**
 * An outcome with what its sentence says of the values that were written: how many fields took theirs and how many were asked
 * for, or which ones the site may have refused.
 */
export function withWritten(result: Outcome, written: readonly ValueKind[]): Outcome {
  if (result.code === 'rejected') return outcome('rejected', ...written);
  const count = String(written.length);
  return COUNTED.includes(result.code) ? outcome(result.code, count, count) : result;
}

/**
 * What the HTTP status of the answer to a press means: null while it is good, says nothing about the sign-in, or is not
 * there yet. Status 0 is an answer that never came.
 */
export function outcomeOfStatus(status: number | null): Outcome | null {
  if (status === 0) return outcome('offline');
  if (status === 429) return outcome('limited');
  if (status !== null && status >= 500) return outcome('server-error');
  return status === 400 || status === 401 || status === 403 || status === 422 ? outcome('rejected') : null;
}
