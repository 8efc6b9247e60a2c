// What the history of a key tells of sign-ins.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { APRIL, CODE, KEY, page, SUBMIT } from '../../lib/signin/snapshot.testing';
import { makeFreshVault } from './fresh-vault.testing';
import { keyHandlers } from './handlers/keys';
import { addAccount, good, NOON } from './held.testing';
import { showLoginPage } from './login-tab.testing';
import { start, step } from './sign-in.testing';

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
});

async function readActs(): Promise<readonly string[]> {
  const [account] = good(await keyHandlers['keys.list']({}));
  const keyId = account?.keys[0]?.id ?? '';
  return good(await keyHandlers['keys.history']({ accountId, keyId })).map(({ act }) => act);
}

describe('the history of a key', () => {
  it('tells that it went into a page, once, whatever came of that sign-in', async () => {
    good(await start(accountId));
    const both = page([KEY, CODE], [SUBMIT]);
    expect(await step(both)).toMatchObject({ kind: 'key' });
    expect(await readActs()).toEqual(['filled', 'created']);
    await step(both, { did: 'wrote' });
    await step(both, { did: 'wrote' });
    await step(both, { did: 'pressed', status: 401 });
    expect(await readActs()).toEqual(['filled', 'created']);
  });

  it('tells nothing of a sign-in that asked for no key', async () => {
    good(await start(accountId));
    await step(APRIL);
    await step(APRIL, { did: 'wrote' });
    await step(APRIL, { did: 'wrote' });
    expect(await readActs()).toEqual(['created']);
  });
});
