// The code that confirms a new authenticator on the set-up page. Invariant: its step is noted as used before it leaves, as
// the site burns it for the person's next sign-in as well.
import type { Authenticator } from '../../lib/model/authenticator';
import { SECOND_MS } from '../../lib/shared/duration';
import { codeForStep } from '../../lib/totp/code';
import { readSkew } from './site-clock';
import { chooseUnusedStep, noteUsedStep } from './used-steps';

/** A code that is about to end is not worth handing to a person who has yet to press a button: the next one is waited for. */
const WORTH_WAITING_MS = 6 * SECOND_MS;

/** The code, or until when to wait for the next one, in milliseconds since 1970. */
type SetupCode = { readonly text: string } | { readonly waitUntilMs: number };

async function choose(accountId: string, authenticator: Authenticator, nowMs: number): Promise<SetupCode> {
  const clock = { skew: await readSkew(nowMs), isAgreed: false };
  const choice = await chooseUnusedStep(accountId, authenticator.periodSeconds, clock, nowMs);
  if ('waitUntilMs' in choice) return choice;
  const text = codeForStep(authenticator, choice.step);
  await noteUsedStep(accountId, choice.step, nowMs);
  return { text };
}

/** The code to confirm with, after a few seconds where it is about to change; or until when to wait where that is longer. */
export async function chooseSetupCode(accountId: string, authenticator: Authenticator): Promise<SetupCode> {
  const nowMs = Date.now();
  const first = await choose(accountId, authenticator, nowMs);
  if ('text' in first || first.waitUntilMs - nowMs > WORTH_WAITING_MS) return first;
  await new Promise(resolve => setTimeout(resolve, first.waitUntilMs - nowMs));
  return choose(accountId, authenticator, Date.now());
}
