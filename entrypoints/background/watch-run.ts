// Follows a run's tab from outside the page. It looks rather than listens: a listener for tabs would wake the worker for
// every page that is loaded in any tab, all day long. What a look means is decided in lib/signin/judge-tab.ts.
import { setAlarm } from '../../lib/browser/alarms';
import { showOnTab } from '../../lib/browser/badge';
import { lookAtTab } from '../../lib/browser/login-tab';
import { runItem } from '../../lib/browser/run-items';
import { t } from '../../lib/browser/text';
import { SECOND_MS } from '../../lib/shared/duration';
import { isSilent, judgeTab } from '../../lib/signin/judge-tab';
import type { Run } from '../../lib/signin/run';
import { endRun, enqueueRunStep } from './end-run';

const LOOK_EVERY_MS = 200;
/** Should the worker die meanwhile, this brings it back to look again. */
const LOOK_AGAIN_AFTER_MS = 30 * SECOND_MS;

let watching: string | null = null;
/** The seconds that the button counts down to the next code, so that it is told of each once; null while it counts none. */
let counted: number | null = null;

/** Says on the button how long the run waits for its next code. */
async function showWait({ tabId, waitsUntilMs }: Run, nowMs: number): Promise<void> {
  const seconds = waitsUntilMs !== null && waitsUntilMs > nowMs ? Math.ceil((waitsUntilMs - nowMs) / SECOND_MS) : null;
  if (seconds === counted) return;
  counted = seconds;
  if (seconds === null) await showOnTab(tabId, '…', t('toolbar.running'));
  else await showOnTab(tabId, String(seconds), t('toolbar.nextCode', [String(seconds)]));
}

/** One look at the run under way: how many looks in a row were silent by now, or null where the run is over. */
async function look(runId: string, silentLooks: number): Promise<number | null> {
  const run = await runItem.read();
  if (run?.runId !== runId) return null;
  const seen = await lookAtTab(run.tabId);
  await showWait(run, Date.now());
  const silent = isSilent(seen) ? silentLooks + 1 : 0;
  const result = judgeTab(run, seen, silent, Date.now());
  if (result === null) return silent;
  await endRun(run, result);
  return null;
}

/** Watches the run under way, if there is one and nobody watches it yet, until it has ended. Called at every start too. */
export async function watchRun(): Promise<void> {
  const started = await runItem.read();
  if (started === null || watching === started.runId) return;
  const { runId } = started;
  watching = runId;
  try {
    await setAlarm('watch-run', Date.now() + LOOK_AGAIN_AFTER_MS);
    let silentLooks: number | null = 0;
    while (silentLooks !== null) {
      await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS));
      const before: number = silentLooks;
      silentLooks = await enqueueRunStep(() => look(runId, before));
    }
  } finally {
    if (watching === runId) watching = null;
  }
}
