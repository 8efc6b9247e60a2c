import { SECOND_MS } from '../shared/duration';

/** Ways in that were tried and did not open, since the last that did. `lastAtMs` in milliseconds since 1970. */
export type FailedAttempts = { readonly count: number; readonly lastAtMs: number };

/** Where they are kept between two lives of the worker. `read` gives null where there were none. */
export interface AttemptStore {
  read(): Promise<FailedAttempts | null>;
  write(attempts: FailedAttempts): Promise<void>;
  clear(): Promise<void>;
}

/** `seconds` until the next attempt is looked at. */
export type TooSoon = { readonly code: 'unlock-too-soon'; readonly seconds: number };

const LONGEST_WAIT_MS = 60 * SECOND_MS;

/** The wait after so many failures in a row: 1, 2, 4 seconds and so on up to a minute. */
function waitAfterMs(count: number): number {
  return Math.min(SECOND_MS * 2 ** (count - 1), LONGEST_WAIT_MS);
}

/**
 * Why an attempt is not looked at yet, or null where it is. On a clock that was set back the whole wait starts again: it
 * must not be skipped, and must not last until the clock is back either (see {@link rebase}).
 */
export function tooSoon(attempts: FailedAttempts | null, nowMs: number): TooSoon | null {
  if (attempts === null) return null;
  const leftMs = waitAfterMs(attempts.count) - Math.max(0, nowMs - attempts.lastAtMs);
  return leftMs > 0 ? { code: 'unlock-too-soon', seconds: Math.ceil(leftMs / SECOND_MS) } : null;
}

/** The same failures on a clock that was set back since; null where it was not. */
export function rebase(attempts: FailedAttempts | null, nowMs: number): FailedAttempts | null {
  return attempts !== null && nowMs < attempts.lastAtMs ? { ...attempts, lastAtMs: nowMs } : null;
}

/** What is known after one more attempt that is not yet known to open. */
export function countAttempt(attempts: FailedAttempts | null, nowMs: number): FailedAttempts {
  return { count: (attempts?.count ?? 0) + 1, lastAtMs: nowMs };
}
