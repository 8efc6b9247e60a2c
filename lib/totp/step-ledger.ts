import * as v from 'valibot';

/**
 * One accepted or possibly accepted code. The site burns the time step of a code for that person everywhere, and
 * refuses a second one as if it were wrong, so steps are remembered across lock and restart.
 */
export type UsedStep = {
  /**
   * The random id of the account, since the site burns a step for the person: this list lies outside the vault and names
   * nobody.
   */
  readonly token: string;
  readonly step: number;
  /** By the computer's own clock, uncorrected, in milliseconds since 1970. */
  readonly usedAtMs: number;
};

/** The site burns a step for 90 s; the rest is margin. */
const USED_STEP_LIFETIME_MS = 120_000;

/** More than the site's limits let anybody use: a bound for what a damaged clock could leave behind. */
export const MAXIMUM_USED_STEPS = 100;

const usedStepSchema = v.strictObject({
  token: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  step: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  usedAtMs: v.pipe(v.number(), v.finite(), v.minValue(0)),
});

/** The list as found in storage. Entries that do not fit are dropped one by one, so the good ones still count. */
export function readUsedSteps(stored: unknown): readonly UsedStep[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter(entry => v.is(usedStepSchema, entry)).slice(-MAXIMUM_USED_STEPS);
}

/**
 * Without the entries that no longer matter. One from the future stays: the clock was set back, and the step may have
 * been used a moment ago. Keeping it costs a short wait at worst, forgetting it one of five sign-in attempts.
 */
export function pruneUsedSteps(ledger: readonly UsedStep[], nowMs: number): readonly UsedStep[] {
  return ledger.filter(({ usedAtMs }) => nowMs - usedAtMs <= USED_STEP_LIFETIME_MS);
}

/** The list with one more used step, pruned, newest last, each step of an authenticator once. */
export function recordUsedStep(ledger: readonly UsedStep[], used: UsedStep): readonly UsedStep[] {
  const others = pruneUsedSteps(ledger, used.usedAtMs).filter(
    ({ token, step }) => token !== used.token || step !== used.step,
  );
  return [...others, used].slice(-MAXIMUM_USED_STEPS);
}

/** The steps that one authenticator has used. */
export function usedStepsOf(ledger: readonly UsedStep[], token: string): ReadonlySet<number> {
  return new Set(ledger.filter(entry => entry.token === token).map(({ step }) => step));
}
