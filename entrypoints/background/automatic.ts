// Starting a sign-in without a gesture, where the person chose that: docs/decisions/010-automatic-sign-in.md. Whether one
// starts is decided in lib/signin/automatic.ts; this gathers what the decision hangs on.
import { isInFront } from '../../lib/browser/login-tab';
import { beginningsItem, runItem } from '../../lib/browser/run-items';
import type { Arrival } from '../../lib/signin/automatic';
import { findHindrance, hasJustBegun } from '../../lib/signin/automatic';
import { isLoginStartUrl } from '../../lib/signin/site';
import { findOnlyChoice } from '../../lib/vault/choose-account';
import type { LoginDocument } from './caller';
import { readKeptHoldings } from './held-key';
import { startSignIn } from './sign-in';
import { signInOpensAtMs } from './submits';
import { vault } from './worker';

/** Starts a sign-in in a document of the login page that has just arrived, where nothing speaks against it. */
export async function startByItself({ tabId, documentId, url }: LoginDocument, arrival: Arrival): Promise<void> {
  const body = await vault.read();
  // For nearly everybody this is where it ends.
  if (!body.ok || body.value.policy.signInMode !== 'automatic') return;
  const nowMs = Date.now();
  const account = findOnlyChoice(body.value);
  const isHeld = account !== null && account.seal !== null;
  const hindrance = findHindrance({
    mode: body.value.policy.signInMode,
    arrival,
    isLoginStart: isLoginStartUrl(url),
    isInFront: await isInFront(tabId),
    isRunning: (await runItem.read()) !== null,
    hasJustBegun: hasJustBegun((await beginningsItem.read()) ?? [], tabId, nowMs),
    hasAccount: account !== null,
    isTouchNeeded: isHeld && !(await readKeptHoldings(body.value)).has(account.id),
    isLimited: (await signInOpensAtMs(nowMs)) !== null,
  });
  if (hindrance !== null || account === null) return;
  // Its token is not known here, but which document may speak for the run is.
  const tab = { tabId, documentToken: null };
  await startSignIn(tab, account.id, 'automatic', null, { mode: null, agreed: [], documentId });
}
