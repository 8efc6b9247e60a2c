import { MINUTE_MS } from '../shared/duration';

/** How long a sign-in that was asked for while locked is kept: longer than a password takes, shorter than a change of mind. */
export const INTENT_LIVES_MS = MINUTE_MS;

/** Whether unlocking would still go on with what was asked for at `madeAtMs`. A clock that was set back ends it too. */
export function isIntentAlive({ madeAtMs }: { readonly madeAtMs: number }, nowMs: number): boolean {
  return nowMs >= madeAtMs && nowMs - madeAtMs < INTENT_LIVES_MS;
}
