import { clearInTab } from '../../lib/browser/login-tab';
import { runItem } from '../../lib/browser/run-items';
import type { Arrival } from '../../lib/signin/automatic';
import { outcome } from '../../lib/signin/outcome';
import type { LoginDocument } from './caller';
import { endRun, enqueueRunStep } from './end-run';

/** Ends the run under way, as the person asked, and has its page empty what was entered. */
export function cancelRun(): Promise<void> {
  return enqueueRunStep(async () => {
    const run = await runItem.read();
    if (run === null) return;
    // Said before anything else may begin there; not waited for, since a busy page takes its time.
    void clearInTab(run.tabId);
    await endRun(run, outcome('cancelled'));
  });
}

/**
 * Ends the run whose tab shows another document that has no part in it: the one that it was bound to is gone, be it that
 * the person has reloaded or gone back, or that the page went on by itself.
 */
export function cancelWhereLeft({ tabId, documentId }: LoginDocument, { isNew }: Arrival): Promise<void> {
  return enqueueRunStep(async () => {
    const run = await runItem.read();
    const isLeft = run?.tabId === tabId && run.documentId !== null && run.documentId !== documentId;
    // After the submit the site itself leads on, and what it says counts.
    if (isLeft && !run.submitted) await endRun(run, outcome(isNew ? 'page-changed' : 'cancelled'));
  });
}
