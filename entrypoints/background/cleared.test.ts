// What was filled does not outlive the lock or the sign-in that was called off, and goes to the document it was asked for on.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lastRunItem, runItem } from '../../lib/browser/run-items';
import { HOUR_MS } from '../../lib/shared/duration';
import { APRIL } from '../../lib/signin/snapshot.testing';
import { makeFreshVault } from './fresh-vault.testing';
import { signInHandlers } from './handlers/signin';
import { addAccount, good, NOON } from './held.testing';
import { runJob } from './jobs';
import { lockNow } from './lock';
import { LOGIN, showLoginPage, tabs } from './login-tab.testing';
import { start, step } from './sign-in.testing';
import { publishStatus } from './worker';

vi.mock('../../lib/crypto/kdf', async importOriginal => ({
  ...(await importOriginal<typeof import('../../lib/crypto/kdf')>()),
  derivePasswordKey: (await import('../../lib/vault/cheap-kdf.testing')).deriveCheaply,
}));
vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));
vi.mock('../../lib/browser/scrub-disk', () => ({ scrubDisk: async () => {} }));
vi.mock('../../lib/browser/login-tab', () => import('./login-tab.testing'));
vi.mock('../../lib/browser/popup', () => import('./popup.testing'));
vi.mock('../../lib/browser/text', () => ({ t: (key: string) => key }));
vi.mock('../../lib/browser/notify', () => ({ notifySignIn: async () => {} }));
vi.mock('../../lib/browser/badge', () => ({
  showOnTab: async () => {},
  showDueCount: async () => {},
  showIcon: async () => {},
  iconOf: () => 'unlocked',
}));

let accountId: string;

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  await makeFreshVault();
  showLoginPage();
  accountId = await addAccount();
  await publishStatus();
  tabs.cleared = [];
});

describe('what was filled is taken out of the page', () => {
  it('of the sign-in that the person has cancelled, and of no other', async () => {
    good(await start(accountId));
    await step(APRIL);
    good(await signInHandlers['signin.cancel']({}));
    expect(tabs.cleared).toEqual([LOGIN.tabId]);
    good(await signInHandlers['signin.cancel']({}));
    expect(tabs.cleared).toEqual([LOGIN.tabId]);
  });

  it('wherever it is, once, when the vault is locked', async () => {
    await lockNow();
    await lockNow();
    expect(tabs.cleared).toEqual(['everywhere']);
  });

  it('wherever it is when the vault locks by itself', async () => {
    await runJob('lock');
    expect(tabs.cleared).toEqual([]);
    vi.setSystemTime(NOON.getTime() + 13 * HOUR_MS);
    await runJob('lock');
    expect(tabs.cleared).toEqual(['everywhere']);
  });
});

it('another login page that has come between the click and the beginning takes no part', async () => {
  tabs.documents.set(LOGIN.tabId, 'token-2');
  good(await start(accountId));
  expect(await runItem.read()).toBeNull();
  expect((await lastRunItem.read())?.outcome).toBe('page-unreachable');
});

it('what the popup is told of a page says that it came without encryption', async () => {
  tabs.front = null;
  tabs.url = 'http://paramant.app/auth/login';
  expect(good(await signInHandlers['signin.page']({}))).toEqual({ onLoginPage: false, isUnencrypted: true });
  tabs.url = 'https://paramant.app/account';
  expect(good(await signInHandlers['signin.page']({}))).toEqual({ onLoginPage: false, isUnencrypted: false });
});
