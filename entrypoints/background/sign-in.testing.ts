import { vi } from 'vitest';
import { runItem } from '../../lib/browser/run-items';
import type { Report } from '../../lib/signin/run';
import { report } from '../../lib/signin/run.testing';
import type { Snapshot } from '../../lib/signin/snapshot';
import { APRIL } from '../../lib/signin/snapshot.testing';
import { codeAt } from '../../lib/totp/code';
import { readAuthenticator } from '../../lib/totp/parse-authenticator';
import { onButton } from './badge.testing';
import { makeFreshVault } from './fresh-vault.testing';
import { signInHandlers } from './handlers/signin';
import { addAccount, good, NOON, OTP } from './held.testing';
import { showLoginPage } from './login-tab.testing';
import { notified } from './notify.testing';
import { opened } from './popup.testing';
import type { SignInWish } from './sign-in';

export const DOCUMENT = { tabId: 7, documentId: 'document-1', url: 'https://paramant.app/auth/login' };
export const noon = NOON.getTime();

/** Before each test: noon, a new vault with one account, whose id this gives, the login page in front and nothing said yet. */
export async function prepareSignIn(): Promise<string> {
  vi.restoreAllMocks();
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  await makeFreshVault();
  showLoginPage();
  Object.assign(opened, { popups: 0, windows: 0 });
  onButton.length = 0;
  notified.length = 0;
  return addAccount();
}

export const start = (accountId: string, wish: Partial<SignInWish> = {}) =>
  signInHandlers['signin.start']({
    accountId,
    touch: null,
    agreed: [...(wish.agreed ?? [])],
    ...(wish.mode ? { mode: wish.mode } : {}),
  });

/** What the page is told next, when it reports this; `siteMs` is what the site's own header says the time is. */
export async function step(snapshot: Snapshot, changes: Partial<Report> = {}, siteMs?: number) {
  const runId = (await runItem.read())?.runId ?? '';
  const nowMs = Date.now();
  const clock = siteMs === undefined ? {} : { clock: { sentAtMs: nowMs, receivedAtMs: nowMs, siteMs } };
  return good(await signInHandlers['signin.step']({ runId, report: report(snapshot, changes), ...clock }, DOCUMENT));
}

/** A sign-in on a page that asks for email and code, up to the press that submits it. */
export async function submit(accountId: string) {
  good(await start(accountId));
  await step(APRIL);
  await step(APRIL, { did: 'wrote' });
  return step(APRIL, { did: 'wrote' });
}

/** The code of these tests' authenticator. */
export function codeOf(atMs: number): string {
  return codeAt(good(readAuthenticator(OTP)).authenticator, atMs).code;
}
