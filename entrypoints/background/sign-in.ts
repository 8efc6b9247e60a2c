// Starts, follows and ends sign-in runs. What happens in a run is decided in lib/signin; this file keeps it in session
// storage, so that the worker may die between any two lines.
import { showOnTab } from '../../lib/browser/badge';
import { beginInTab, findActiveTab, findLoginTab, isOnLoginPage } from '../../lib/browser/login-tab';
import { notifySignIn } from '../../lib/browser/notify';
import { openPopup } from '../../lib/browser/popup';
import { intentItem, lastRunItem, runItem } from '../../lib/browser/run-items';
import { outcomeSentence } from '../../lib/browser/sentences';
import { t } from '../../lib/browser/text';
import { MINUTE_MS } from '../../lib/shared/duration';
import { createSerialQueue } from '../../lib/shared/serial-queue';
import type { Outcome } from '../../lib/signin/outcome';
import { isSuccess, outcome } from '../../lib/signin/outcome';
import type { Gesture, Run } from '../../lib/signin/run';
import { concludeAway, startRun } from '../../lib/signin/run';
import { isLoginUrl } from '../../lib/signin/site';
import { chooseAccount } from '../../lib/vault/accounts';
import { makeId, publishStatus, vault } from './worker';

const INTENT_LIVES_MS = MINUTE_MS;

/** One at a time: two messages of a page must not both find the same value unserved. */
export const enqueueRunStep: ReturnType<typeof createSerialQueue> = createSerialQueue();

/** Ends a run and says how, in popup, badge, title and, where no popup is open, in a notification. */
export async function endRun(run: Run, result: Outcome): Promise<void> {
  await runItem.clear();
  await lastRunItem.write({
    accountId: run.accountId,
    outcome: result.code,
    details: [...result.details],
    endedAtMs: Date.now(),
  });
  await publishStatus();
  const sentence = outcomeSentence(result);
  await showOnTab(run.tabId, isSuccess(result) ? '✓' : '!', sentence);
  if (run.gesture !== 'popup' && !isSuccess(result)) await notifySignIn(t('extension.name'), sentence);
}

/** Starts a run in a tab that shows the login page. The account is the one asked for, else the one last used. */
export async function startSignIn(tabId: number, accountId: string | null, gesture: Gesture): Promise<void> {
  const body = await vault.read();
  const account = body.ok ? chooseAccount(body.value, accountId, (await lastRunItem.read())?.accountId ?? null) : null;
  if (account === null) return;
  const run = startRun(makeId(), tabId, account.id, gesture, Date.now());
  await enqueueRunStep(async () => {
    const earlier = await runItem.read();
    if (earlier !== null) await endRun(earlier, outcome('replaced'));
    await runItem.write(run);
  });
  await publishStatus();
  await showOnTab(tabId, '…', t('toolbar.running'));
  if (!(await beginInTab(tabId, run.runId))) await enqueueRunStep(() => endRun(run, outcome('page-unreachable')));
}

/**
 * A gesture outside the popup. Elsewhere than on the login page it opens the popup; while locked it opens the popup too,
 * and unlocking there within a minute goes on.
 */
export async function handleGesture(gesture: Gesture): Promise<void> {
  const tabId = await findLoginTab();
  const phase = await vault.phase();
  if (tabId !== null && phase === 'unlocked') return startSignIn(tabId, null, gesture);
  if (tabId !== null && phase === 'locked') await intentItem.write({ tabId, madeAtMs: Date.now() });
  if (await openPopup()) return;
  const tab = await findActiveTab();
  if (tab !== null) await showOnTab(tab.tabId, '…', t('toolbar.openPopup'));
}

/** After an unlock: goes on with the sign-in that the person asked for while locked, if its tab is still the active one. */
export async function resumeAfterUnlock(): Promise<void> {
  const intent = await intentItem.read();
  if (intent === null) return;
  await intentItem.clear();
  if (Date.now() - intent.madeAtMs > INTENT_LIVES_MS || (await findLoginTab()) !== intent.tabId) return;
  await startSignIn(intent.tabId, null, 'popup');
}

/** Drops what was asked for while locked: its popup has closed. */
export async function forgetIntent(): Promise<void> {
  await intentItem.clear();
}

/**
 * Follows the run's tab when a page in it has loaded. Its URL is known where the gesture gave leave to see it; else the
 * script of the login page tells by its silence that the tab is elsewhere.
 */
export async function followTab(tabId: number, url: string | null): Promise<void> {
  await enqueueRunStep(async () => {
    const run = await runItem.read();
    if (run?.tabId !== tabId) return;
    const isLoginPage = url === null ? await isOnLoginPage(tabId) : isLoginUrl(url);
    if (!isLoginPage) await endRun(run, concludeAway(run, url));
  });
}

/** The run's tab was closed. */
export async function abandonTab(tabId: number): Promise<void> {
  await enqueueRunStep(async () => {
    const run = await runItem.read();
    if (run?.tabId === tabId) await endRun(run, outcome('interrupted'));
  });
}
