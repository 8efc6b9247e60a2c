import type { CodesView } from '../lib/messages/views';

/** What a card shows of an authenticator at one moment. */
export type CodeMoment = {
  readonly code: string;
  /** The code after this one, where it is known. */
  readonly next: string | null;
  readonly secondsLeft: number;
  /** How much of the code's life is left, from 1 to 0. */
  readonly fraction: number;
  /** Whether the worker has to be asked again. */
  readonly stale: boolean;
};

/**
 * The code that is valid at `nowMs`: the current one, or the one after it once its time has come. Null where neither is,
 * because the page slept or the clock was set: a code that does not count any more is never shown.
 */
export function codeAt(codes: CodesView, nowMs: number): CodeMoment | null {
  const periodMs = codes.periodSeconds * 1_000;
  const leftMs = codes.validUntilMs - nowMs;
  if (leftMs > periodMs || leftMs <= -periodMs) return null;
  const flipped = leftMs <= 0;
  const lifeMs = flipped ? leftMs + periodMs : leftMs;
  return {
    code: flipped ? codes.next : codes.code,
    next: flipped ? null : codes.next,
    secondsLeft: Math.ceil(lifeMs / 1_000),
    fraction: lifeMs / periodMs,
    stale: flipped,
  };
}
