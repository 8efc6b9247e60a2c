import { SECOND_MS } from '../shared/duration';
import { stepAt, stepStartMs } from './time-step';

/** When, by the same clock as `nowMs`, and for which step a code may be sent. */
export type StepChoice =
  | { readonly kind: 'now'; readonly step: number }
  | { readonly kind: 'wait'; readonly untilMs: number; readonly step: number };

/** While the difference to the site's clock is not known, a code that ends sooner than this may arrive too late. */
export const UNMEASURED_SKEW_MARGIN_MS = 4 * SECOND_MS;

/** What the choice depends on. */
export type StepQuestion = {
  /** The site's time as well as it is known: corrected where the skew was measured. */
  readonly nowMs: number;
  readonly periodSeconds: number;
  /** The steps this authenticator has used, from `usedStepsOf`. */
  readonly used: ReadonlySet<number>;
  /**
   * Below this the code could arrive too late: {@link UNMEASURED_SKEW_MARGIN_MS}, or how far off a measured skew may be.
   * Never more than a period.
   */
  readonly minimumRemainingMs: number;
};

/**
 * The step whose code to send: the current one; where that is used, the one before, which the site still takes
 * (it accepts -1, 0 and +1); else the first that comes free. The step ahead is never sent: a clock that is fast
 * by a second would put it outside the site's window. Asked again at `untilMs`, the answer is `now` with that step.
 * Throws a RangeError for a time before 1970 or a negative minimum.
 */
export function chooseStep({ nowMs, periodSeconds, used, minimumRemainingMs }: StepQuestion): StepChoice {
  if (!(minimumRemainingMs >= 0)) throw new RangeError('minimumRemainingMs: not a duration');
  const current = stepAt(nowMs, periodSeconds);
  // The step before runs out at the same moment as the current one is left, so one measure serves both.
  const remainingMs = stepStartMs(current + 1, periodSeconds) - nowMs;
  if (remainingMs >= Math.min(minimumRemainingMs, periodSeconds * 1000)) {
    const step = freeStepDuring(current, used);
    if (step !== null) return { kind: 'now', step };
  }
  // Ends: each turn meets two used steps more, and there are only so many. Steps ahead of the clock are used where it was set back.
  for (let later = current + 1; ; later++) {
    const step = freeStepDuring(later, used);
    if (step !== null) return { kind: 'wait', untilMs: stepStartMs(later, periodSeconds), step };
  }
}

function freeStepDuring(current: number, used: ReadonlySet<number>): number | null {
  if (!used.has(current)) return current;
  return current > 0 && !used.has(current - 1) ? current - 1 : null;
}
