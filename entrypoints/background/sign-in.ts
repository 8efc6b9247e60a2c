// From a gesture to a sign-in run. Gestures are made where a page can neither forge nor cover them: in the popup, by the
// keyboard command, in the toolbar button's menu.
import { setAlarm } from '../../lib/browser/alarms';
import { showOnTab } from '../../lib/browser/badge';
import type { LoginTab } from '../../lib/browser/login-tab';
import { beginInTab, findActiveTab, findLoginTab, showsDocument } from '../../lib/browser/login-tab';
import { openPopup } from '../../lib/browser/popup';
import { makeId } from '../../lib/browser/random';
import { beginningsItem, intentItem, lastRunItem, runItem } from '../../lib/browser/run-items';
import { t } from '../../lib/browser/text';
import type { Failure } from '../../lib/messages/failures';
import { failure } from '../../lib/messages/failures';
import type { Account } from '../../lib/model/account';
import type { Result } from '../../lib/shared/result';
import { err, ok } from '../../lib/shared/result';
import { hasJustBegun, noteBeginning } from '../../lib/signin/automatic';
import { INTENT_LIVES_MS, isIntentAlive } from '../../lib/signin/intent';
import { outcome } from '../../lib/signin/outcome';
import type { Agreement, Gesture, Run, RunMode } from '../../lib/signin/run';
import { startRun } from '../../lib/signin/run';
import { correctionMs } from '../../lib/totp/skew';
import { listAccounts } from '../../lib/vault/accounts';
import { chooseAccount } from '../../lib/vault/choose-account';
import type { HeldTouch } from '../../lib/vault/held-key';
import { endRun, enqueueRunStep } from './end-run';
import { keepRunCodes, makeRunCodes } from './run-codes';
import { readSkew } from './site-clock';
import { signInOpensAtMs } from './submits';
import { watchRun } from './watch-run';
import { publishStatus, vault } from './worker';

/** How a person wants a sign-in: how far it goes, null for as their settings have it, and what they have agreed to. */
export type SignInWish = {
  readonly mode: RunMode | null;
  readonly agreed: readonly Agreement[];
  /** The one document in which it may begin; absent where the one that answers in the tab may. */
  readonly documentId?: string;
};

const AS_USUAL: SignInWish = { mode: null, agreed: [] };

/** What stands in the way of any sign-in of an account, or null. */
async function refuseSignIn({ authenticatorDeadAtMs }: Account, { agreed }: SignInWish): Promise<Failure | null> {
  if (authenticatorDeadAtMs !== null) return failure('authenticator-dead');
  const opensAtMs = agreed.includes('limit') ? null : await signInOpensAtMs(Date.now());
  return opensAtMs === null ? null : failure('signin-limited', String(opensAtMs));
}

async function chooseMode(wished: RunMode | null): Promise<RunMode> {
  if (wished !== null) return wished;
  const body = await vault.read();
  return body.ok && body.value.policy.signInMode === 'fill' ? 'fill' : 'full';
}

/**
 * Starts a run in a tab that shows the login page, in the very document that was asked for where its token is known. The account is the one asked for, else the one last used. A passkey-held
 * account takes a touch, or one that still serves: `held-touch-needed`. `authenticator-dead`: the person said so.
 * `signin-limited`: the site would refuse this one until the time that comes with it, unless the person agrees.
 */
export async function startSignIn(
  tab: LoginTab,
  accountId: string | null,
  gesture: Gesture,
  touch: HeldTouch | null,
  wish: SignInWish = AS_USUAL,
): Promise<Result<null, readonly Failure[]>> {
  const account = await chooseForSignIn(accountId);
  const unlockedAtMs = await vault.unlockedAtMs();
  if (account === null || unlockedAtMs === null) return err([failure('account-missing')]);
  const refusal = await refuseSignIn(account, wish);
  if (refusal !== null) return err([refusal]);
  const agreed = [...wish.agreed];
  const siteMs = Date.now() + correctionMs(await readSkew(Date.now()), agreed.includes('clock'));
  const made = await makeRunCodes(account, touch, siteMs);
  if (!made.ok) return made;
  const { tabId } = tab;
  const start = { runId: makeId(), tabId, accountId: account.id, gesture, unlockedAtMs, agreed };
  const fresh = startRun({ ...start, mode: await chooseMode(wish.mode) }, Date.now());
  const run = { ...fresh, documentId: wish.documentId ?? null };
  const isStarted = await enqueueRunStep(async () => {
    const earlier = await runItem.read();
    const beginnings = (await beginningsItem.read()) ?? [];
    // What starts by itself gives way to what a person asked for meanwhile, and to another that came of the same arrival.
    const givesWay = earlier !== null || hasJustBegun(beginnings, tabId, run.startedAtMs);
    if (givesWay && gesture === 'automatic') return false;
    if (earlier !== null) await endRun(earlier, outcome('replaced'));
    // A lock has come while the codes were made: nothing of them is kept.
    if ((await vault.unlockedAtMs()) !== unlockedAtMs) return false;
    // First of all: a worker that dies from here on has begun, and nothing begins by itself again.
    await beginningsItem.write([...noteBeginning(beginnings, tabId, run.startedAtMs)]);
    await keepRunCodes(run.runId, made.value);
    await runItem.write(run);
    return true;
  });
  if (!isStarted) return err([failure('vault-locked')]);
  await publishStatus();
  await enqueueRunStep(() => showRunning(run, account));
  const hasBegun = await beginInTab(tab, run.runId);
  if (hasBegun) void watchRun();
  else await enqueueRunStep(() => endRun(run, outcome('page-unreachable')));
  return ok(null);
}

/** Says on the toolbar button whom a run signs in, where there are several; not once it has ended, be it by a lock. */
async function showRunning({ runId, tabId }: Run, { label }: Account): Promise<void> {
  if ((await runItem.read())?.runId !== runId) return;
  const body = await vault.read();
  const isNamed = body.ok && listAccounts(body.value).length > 1;
  await showOnTab(tabId, '…', isNamed ? t('toolbar.runningAs', [label]) : t('toolbar.running'));
}

/** The account that a sign-in is for, or null where there is none or the vault is locked. */
async function chooseForSignIn(accountId: string | null): Promise<Account | null> {
  const body = await vault.read();
  return body.ok ? chooseAccount(body.value, accountId, (await lastRunItem.read())?.accountId ?? null) : null;
}

/** Starts a run by a gesture in a place where no passkey can be touched; where one has to be, the popup asks for it. */
async function startUntouched(
  tab: LoginTab,
  accountId: string | null,
  gesture: Gesture,
  inWindow: boolean,
): Promise<boolean> {
  const account = await chooseForSignIn(accountId);
  if (account === null) return false;
  const started = await startSignIn(tab, account.id, gesture, null);
  const isTouchNeeded = !started.ok && started.error.some(({ code }) => code === 'held-touch-needed');
  if (isTouchNeeded) await keepIntent(tab, { touchFor: account.id, inWindow });
  return started.ok;
}

/**
 * A gesture outside the popup. Elsewhere than on the login page it opens the popup; while locked, or where a passkey has to
 * be touched, it opens the popup too, and unlocking or touching there within a minute goes on.
 */
export async function handleGesture(gesture: Gesture): Promise<void> {
  const tab = await findLoginTab();
  const phase = await vault.phase();
  if (tab !== null && phase === 'unlocked' && (await startUntouched(tab, null, gesture, false))) return;
  if (tab !== null && phase === 'locked') await keepIntent(tab, { touchFor: null, inWindow: false });
  if (await openPopup()) return;
  const active = await findActiveTab();
  if (active !== null) await showOnTab(active.tabId, '…', t('toolbar.openPopup'));
}

/** Keeps what was asked for, bound to the document that it was asked for on. */
export async function keepIntent(
  tab: LoginTab,
  waitsFor: { readonly touchFor: string | null; readonly inWindow: boolean },
): Promise<void> {
  const nowMs = Date.now();
  await intentItem.write({ ...tab, ...waitsFor, madeAtMs: nowMs });
  await setAlarm('forget-intent', nowMs + INTENT_LIVES_MS);
  await publishStatus();
}

/** Has what was asked for, if anything was, go on in the small window rather than end with the popup. */
export async function moveIntentToWindow(): Promise<void> {
  const intent = await intentItem.read();
  if (intent !== null) await intentItem.write({ ...intent, inWindow: true });
}

/**
 * After an unlock: goes on with the sign-in that was asked for while locked, if the same document is still in front, be it
 * behind the small window.
 */
export async function resumeAfterUnlock(): Promise<void> {
  const intent = await intentItem.read();
  if (intent === null) return;
  await intentItem.clear();
  if (!isIntentAlive(intent, Date.now())) return;
  // Behind the small window its tab is not in front.
  const isInFront = intent.inWindow || (await findLoginTab())?.tabId === intent.tabId;
  if (isInFront && (await showsDocument(intent))) {
    await startUntouched(intent, intent.touchFor, 'popup', intent.inWindow);
  }
}

/**
 * The tab in which a sign-in waits for a touch for this account, if it still shows the same document; else null. It need
 * not be in front: the small window is, where the browser's own prompts would close a popup.
 */
export async function findAskedTab(accountId: string | null): Promise<LoginTab | null> {
  const intent = await intentItem.read();
  if (intent === null || intent.touchFor === null || intent.touchFor !== accountId) return null;
  return isIntentAlive(intent, Date.now()) && (await showsDocument(intent)) ? intent : null;
}

/** Drops what was asked for: its minute is over, or the place where it would go on has closed. */
export async function forgetIntent(closed?: { readonly isWindow: boolean }): Promise<void> {
  const intent = await intentItem.read();
  if (intent === null || (closed !== undefined && closed.isWindow !== intent.inWindow)) return;
  await intentItem.clear();
  await publishStatus();
}
