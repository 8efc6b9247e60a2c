import type { Authenticator } from '../model/authenticator';
import { SECOND_MS } from '../shared/duration';
import { codeForStep } from './code';
import { stepAt } from './time-step';

/** The code of one time step. */
export type StepCode = { readonly step: number; readonly code: string };

/**
 * Every code that a sign-in may need which begins at `fromMs` and lasts `lastsMs`: those of its time, the one before, which
 * the site still takes, and those of one more period, for which it may have to wait. Throws a RangeError for a time before
 * 1970 or NaN.
 */
export function codesForSpan(authenticator: Authenticator, fromMs: number, lastsMs: number): readonly StepCode[] {
  const { periodSeconds } = authenticator;
  const first = Math.max(0, stepAt(fromMs, periodSeconds) - 1);
  const last = stepAt(fromMs + lastsMs + periodSeconds * SECOND_MS, periodSeconds);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const step = first + index;
    return { step, code: codeForStep(authenticator, step) };
  });
}
