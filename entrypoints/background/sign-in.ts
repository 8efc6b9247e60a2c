// From a gesture to a sign-in run. Gestures are made where a page can neither forge nor cover them: in the popup, by the
// keyboard command, in the toolbar button's menu.
import { setAlarm } from '../../lib/browser/alarms';
import { showOnTab } from '../../lib/browser/badge';
import { beginInTab, findActiveTab, findLoginTab, type LoginTab } from '../../lib/browser/login-tab';
import { openPopup } from '../../lib/browser/popup';
import { makeId } from '../../lib/browser/random';
import { intentItem, lastRunItem, runItem } from '../../lib/browser/run-items';
import { t } from '../../lib/browser/text';
import { INTENT_LIVES_MS, isIntentAlive } from '../../lib/signin/intent';
import { outcome } from '../../lib/signin/outcome';
import type { Gesture } from '../../lib/signin/run';
import { startRun } from '../../lib/signin/run';
import { chooseAccount } from '../../lib/vault/accounts';
import { endRun, enqueueRunStep } from './end-run';
import { watchRun } from './watch-run';
import { publishStatus, vault } from './worker';

/**
 * Starts a run in a tab that shows the login page. The account is the one asked for, else the one last used; false where
 * there is none.
 */
export async function startSignIn(tabId: number, accountId: string | null, gesture: Gesture): Promise<boolean> {
  const body = await vault.read();
  const account = body.ok ? chooseAccount(body.value, accountId, (await lastRunItem.read())?.accountId ?? null) : null;
  const unlockedAtMs = await vault.unlockedAtMs();
  if (account === null || unlockedAtMs === null) return false;
  const run = startRun({ runId: makeId(), tabId, accountId: account.id, gesture, unlockedAtMs }, Date.now());
  await enqueueRunStep(async () => {
    const earlier = await runItem.read();
    if (earlier !== null) await endRun(earlier, outcome('replaced'));
    await runItem.write(run);
  });
  await publishStatus();
  await showOnTab(tabId, '…', t('toolbar.running'));
  const hasBegun = await beginInTab(tabId, run.runId);
  if (hasBegun) void watchRun();
  else await enqueueRunStep(() => endRun(run, outcome('page-unreachable')));
  return true;
}

/**
 * A gesture outside the popup. Elsewhere than on the login page it opens the popup; while locked it opens the popup too,
 * and unlocking there within a minute goes on.
 */
export async function handleGesture(gesture: Gesture): Promise<void> {
  const tab = await findLoginTab();
  const phase = await vault.phase();
  if (tab !== null && phase === 'unlocked' && (await startSignIn(tab.tabId, null, gesture))) return;
  if (tab !== null && phase === 'locked') await keepIntent(tab);
  if (await openPopup()) return;
  const active = await findActiveTab();
  if (active !== null) await showOnTab(active.tabId, '…', t('toolbar.openPopup'));
}

async function keepIntent(tab: LoginTab): Promise<void> {
  const nowMs = Date.now();
  await intentItem.write({ ...tab, madeAtMs: nowMs });
  await setAlarm('forget-intent', nowMs + INTENT_LIVES_MS);
  await publishStatus();
}

/** After an unlock: goes on with the sign-in that was asked for while locked, if the same document is still in front. */
export async function resumeAfterUnlock(): Promise<void> {
  const intent = await intentItem.read();
  if (intent === null) return;
  await intentItem.clear();
  const tab = await findLoginTab();
  const { documentToken } = intent;
  const isSameDocument = documentToken !== null && tab?.tabId === intent.tabId && tab.documentToken === documentToken;
  if (isSameDocument && isIntentAlive(intent, Date.now())) await startSignIn(tab.tabId, null, 'popup');
}

/** Drops what was asked for while locked: its popup has closed, or its minute is over. */
export async function forgetIntent(): Promise<void> {
  if ((await intentItem.read()) === null) return;
  await intentItem.clear();
  await publishStatus();
}
