import { setAlarm } from '../../lib/browser/alarms';
import { showOnTab } from '../../lib/browser/badge';
import { notifySignIn } from '../../lib/browser/notify';
import { lastRunItem, runCodesItem, runItem } from '../../lib/browser/run-items';
import { outcomeSentence } from '../../lib/browser/sentences';
import { t } from '../../lib/browser/text';
import { createSerialQueue } from '../../lib/shared/serial-queue';
import type { Outcome } from '../../lib/signin/outcome';
import { isSuccess, withWritten } from '../../lib/signin/outcome';
import type { Run } from '../../lib/signin/run';
import { adviseOnRun, isMemorable, rememberRun } from './remember-run';
import { publishStatus } from './worker';

/** One step of a run at a time: two messages of a page must not both find the same value unserved. */
export const enqueueRunStep = createSerialQueue();

/** Ends a run and says how: in popup, badge and title. A failure that no popup can say is said in a notification. */
export async function endRun(run: Run, ended: Outcome): Promise<void> {
  const endedAtMs = Date.now();
  await runItem.clear();
  await runCodesItem.clear();
  await setAlarm('watch-run', null);
  const { result, hints, offers } = await adviseOnRun(run, withWritten(ended, run.written), endedAtMs);
  await lastRunItem.write({
    accountId: run.accountId,
    outcome: result.code,
    details: [...result.details],
    hints: hints.map(({ code, details }) => ({ code, details: [...details] })),
    offers: [...offers],
    endedAtMs,
  });
  await publishStatus();
  const sentence = outcomeSentence(result);
  await showOnTab(run.tabId, isSuccess(result) ? '✓' : '!', sentence);
  const isNews = !isSuccess(result) && result.code !== 'replaced' && result.code !== 'cancelled';
  if (run.gesture !== 'popup' && isNews) await notifySignIn(t('extension.name'), sentence);
  // Not waited for: a save takes a moment, and the next step of a newer run does not depend on it.
  if (isMemorable(result)) void rememberRun(run, result, endedAtMs).then(publishStatus);
}
