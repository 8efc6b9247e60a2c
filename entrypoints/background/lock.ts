import { intentItem, runItem } from '../../lib/browser/run-items';
import { untilNothingIsShown } from '../../lib/browser/shown-content';
import { outcome } from '../../lib/signin/outcome';
import { endRun, enqueueRunStep } from './end-run';
import { publishStatus, vault } from './worker';

/**
 * Locks at once, whatever else is going on, and ends a sign-in that is under way or was asked for. Resolves when no page
 * shows anything decrypted any more, or has had its time to stop.
 */
export async function lockNow(): Promise<void> {
  await vault.lock();
  await intentItem.clear();
  await publishStatus();
  await enqueueRunStep(async () => {
    const run = await runItem.read();
    if (run !== null) await endRun(run, outcome('interrupted'));
  });
  await untilNothingIsShown();
}
