// Follows a run's tab from outside the page. It looks rather than listens: a listener for tabs would wake the worker for
// every page that is loaded in any tab, all day long.
import { setAlarm } from '../../lib/browser/alarms';
import { findLoginDocument, readTab } from '../../lib/browser/login-tab';
import { runItem } from '../../lib/browser/run-items';
import { SECOND_MS } from '../../lib/shared/duration';
import { outcome } from '../../lib/signin/outcome';
import { concludeAway, type Run } from '../../lib/signin/run';
import { isLoginUrl } from '../../lib/signin/site';
import { endRun, enqueueRunStep } from './run';

const LOOK_EVERY_MS = 200;
/** Should the worker die meanwhile, this brings it back to look again. */
const LOOK_AGAIN_AFTER_MS = 30 * SECOND_MS;
/** A page that is just being exchanged is silent for a moment; one that is gone stays silent. */
const SILENT_LOOKS = 3;

let watching: string | null = null;

/** Where the run's tab came to rest, if not on the login page: its URL, or null where that may not be seen. */
async function lookAtTab({
  tabId,
}: Run): Promise<'login-page' | 'moving' | 'silent' | 'closed' | { readonly url: string }> {
  const tab = await readTab(tabId);
  if (tab === null) return 'closed';
  if (!tab.isComplete) return 'moving';
  if (tab.url !== null) return isLoginUrl(tab.url) ? 'login-page' : { url: tab.url };
  return (await findLoginDocument(tabId)) === null ? 'silent' : 'login-page';
}

async function look(run: Run, silentLooks: number): Promise<number> {
  if (Date.now() > run.endsAtMs) await endRun(run, outcome('timed-out'));
  const seen = await lookAtTab(run);
  if (seen === 'closed') await endRun(run, outcome('interrupted'));
  else if (seen === 'silent' && silentLooks + 1 >= SILENT_LOOKS) await endRun(run, concludeAway(run, null));
  else if (typeof seen === 'object') await endRun(run, concludeAway(run, seen.url));
  return seen === 'silent' ? silentLooks + 1 : 0;
}

/** Watches the run under way, if there is one and nobody watches it yet, until it has ended. Called at every start too. */
export async function watchRun(): Promise<void> {
  const started = await runItem.read();
  if (started === null || watching === started.runId) return;
  watching = started.runId;
  await setAlarm('watch-run', Date.now() + LOOK_AGAIN_AFTER_MS);
  let silentLooks = 0;
  for (;;) {
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS));
    const goesOn = await enqueueRunStep(async () => {
      const run = await runItem.read();
      if (run?.runId !== started.runId) return false;
      silentLooks = await look(run, silentLooks);
      return true;
    });
    if (!goesOn) break;
  }
  if (watching === started.runId) watching = null;
}
