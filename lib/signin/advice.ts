// What a person is told besides the outcome of a sign-in, and what they are offered to do about it.
import type { Outcome } from './outcome';
import { isSignedIn } from './outcome';

/** What may stand behind an outcome, each with its sentence. The likeliest comes first. */
export const HINT_CODES = [
  'code-used',
  'code-elsewhere',
  'clock-behind',
  'clock-ahead',
  'clock-right',
  'clock-unknown',
  'authenticator-reset',
  'sha1',
] as const;

export type HintCode = (typeof HINT_CODES)[number];

/** A hint and what its sentence names. */
export type Hint = { readonly code: HintCode; readonly details: readonly string[] };

/** What can be done about an outcome, each by a button. */
export const OFFERS = [
  'use-site-clock',
  'give-key',
  'reset-authenticator',
  'correct-algorithm',
  'edit-account',
  'rotate-key',
] as const;

export type Offer = (typeof OFFERS)[number];

export type Advice = { readonly hints: readonly Hint[]; readonly offers: readonly Offer[] };

/** What is known when a run ends. */
export type Facts = {
  /** Whether a code was entered at all. */
  readonly codeEntered: boolean;
  /** Whether another code of this account went out within the time for which the site remembers one. */
  readonly usedCodeNear: boolean;
  /** Whether the site's clock was compared with this computer's. */
  readonly clockKnown: boolean;
  /** By how many seconds this computer's is behind (less than 0: ahead); null where that is not worth a word. */
  readonly clockBehindSeconds: number | null;
  /** Whether the site took the code with its notice about SHA-1. */
  readonly sawSha1Notice: boolean;
  /** Whether the authenticator is saved as one of SHA1, where it can be looked at. */
  readonly isSavedAsSha1: boolean;
};

function hint(code: HintCode, ...details: readonly string[]): Hint {
  return { code, details };
}

function hintOfClock(seconds: number | null): readonly Hint[] {
  if (seconds === null) return [];
  return [hint(seconds > 0 ? 'clock-behind' : 'clock-ahead', String(Math.abs(seconds)))];
}

function adviseOnRejection({ usedCodeNear, clockKnown, clockBehindSeconds }: Facts): Advice {
  const known = clockBehindSeconds === null ? [hint('clock-right')] : hintOfClock(clockBehindSeconds);
  return {
    hints: [
      ...(usedCodeNear ? [hint('code-used')] : []),
      hint('code-elsewhere'),
      ...(clockKnown ? known : [hint('clock-unknown')]),
      hint('authenticator-reset'),
    ],
    offers: ['reset-authenticator'],
  };
}

/** What to say and offer when a run has ended so. */
export function adviseOn(result: Outcome, facts: Facts): Advice {
  const { code } = result;
  // Before any code it is the email or the key, and none of what a code may suffer from.
  if (code === 'rejected')
    return facts.codeEntered ? adviseOnRejection(facts) : { hints: [], offers: ['edit-account'] };
  if (code === 'key-refused') return { hints: [], offers: ['edit-account', 'rotate-key'] };
  if (code === 'key-unexpected') return { hints: [], offers: ['give-key'] };
  if (code === 'clock-off') return { hints: [], offers: ['use-site-clock'] };
  if (code === 'authenticator-dead') return { hints: [], offers: ['edit-account'] };
  if (!isSignedIn(result) && code !== 'filled' && code !== 'unconfirmed') return { hints: [], offers: [] };
  const hints = hintOfClock(facts.clockBehindSeconds);
  if (!facts.sawSha1Notice || !facts.isSavedAsSha1) return { hints, offers: [] };
  return { hints: [...hints, hint('sha1')], offers: ['correct-algorithm'] };
}
