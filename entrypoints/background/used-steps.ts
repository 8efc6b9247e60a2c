// Which time steps an account has used. Invariant: they go by the account, not by its authenticator, since the site burns a
// step for the person: an authenticator that was just replaced could make a code for one that is gone.
import { usedStepsItem } from '../../lib/browser/run-items';
import { createSerialQueue } from '../../lib/shared/serial-queue';
import { correctionMs } from '../../lib/totp/skew';
import { pruneUsedSteps, recordUsedStep, usedStepsOf } from '../../lib/totp/step-ledger';
import { stepAt } from '../../lib/totp/time-step';
import { readSkew } from './site-clock';

const enqueue = createSerialQueue();

/** The steps that an account has used within the time for which the site remembers them. */
export async function readUsedSteps(accountId: string, nowMs: number): Promise<ReadonlySet<number>> {
  return usedStepsOf(pruneUsedSteps((await usedStepsItem.read()) ?? [], nowMs), accountId);
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
