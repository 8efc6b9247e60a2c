// Which time steps an account has used. Invariant: they go by the account, not by its authenticator, since the site burns a
// step for the person: an authenticator that was just replaced could make a code for one that is gone.
import { usedStepsItem } from '../../lib/browser/run-items';
import { createSerialQueue } from '../../lib/shared/serial-queue';
import { chooseStep, UNMEASURED_SKEW_MARGIN_MS } from '../../lib/totp/choose-step';
import type { Skew } from '../../lib/totp/skew';
import { correctionMs } from '../../lib/totp/skew';
import { pruneUsedSteps, recordUsedStep, usedStepsOf } from '../../lib/totp/step-ledger';
import { stepAt } from '../../lib/totp/time-step';
import { readSkew } from './site-clock';

const enqueue = createSerialQueue();

/** The steps that an account has used within the time for which the site remembers them. */
export async function readUsedSteps(accountId: string, nowMs: number): Promise<ReadonlySet<number>> {
  return usedStepsOf(pruneUsedSteps((await usedStepsItem.read()) ?? [], nowMs), accountId);
}

/**
 * The step whose code an account may use now, by the site's clock as far as it is known, or until when to wait for one, in
 * milliseconds since 1970 by this computer's. `isAgreed`: whether the person takes the site's time however far off it is.
 */
export async function chooseUnusedStep(
  accountId: string,
  periodSeconds: number,
  { skew, isAgreed }: { readonly skew: Skew | null; readonly isAgreed: boolean },
  nowMs: number,
): Promise<{ readonly step: number } | { readonly waitUntilMs: number }> {
  const corrected = correctionMs(skew, isAgreed);
  const choice = chooseStep({
    nowMs: nowMs + corrected,
    periodSeconds,
    used: await readUsedSteps(accountId, nowMs),
    minimumRemainingMs: skew?.errorMs ?? UNMEASURED_SKEW_MARGIN_MS,
  });
  return choice.kind === 'wait' ? { waitUntilMs: choice.untilMs - corrected } : { step: choice.step };
}

/** Notes a step as used: its code goes out, or was copied. */
export function noteUsedStep(accountId: string, step: number, nowMs: number): Promise<void> {
  return enqueue(async () => {
    const ledger = (await usedStepsItem.read()) ?? [];
    await usedStepsItem.write(recordUsedStep(ledger, { token: accountId, step, usedAtMs: nowMs }));
  });
}

/** Notes the step of this moment, by the site's clock as far as it is known: its code was shown and taken along. */
export async function noteCurrentStep(accountId: string, periodSeconds: number, nowMs: number): Promise<void> {
  const siteMs = nowMs + correctionMs(await readSkew(nowMs), false);
  await noteUsedStep(accountId, stepAt(siteMs, periodSeconds), nowMs);
}
