// Which key a sign-in proves.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SECOND_MS } from '../../lib/shared/duration';
import { CODE, KEY, page, SUBMIT } from '../../lib/signin/snapshot.testing';
import { findAccount } from '../../lib/vault/accounts';
import { makeFreshVault } from './fresh-vault.testing';
import { keyHandlers } from './handlers/keys';
import { addAccount, good, NOON } from './held.testing';
import { showLoginPage } from './login-tab.testing';
import { noon, start, step } from './sign-in.testing';
import { vault } from './worker';

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

async function readAccount() {
  const account = findAccount(good(await vault.read()), accountId);
  if (account === null) throw new Error('no such account');
  return account;
}

describe('the key that a sign-in proves', () => {
  it('is the one that went out in it, and not the one that signs in by the time it ends', async () => {
    good(await start(accountId));
    const both = page([KEY, CODE], [SUBMIT]);
    await step(both);
    const other = { accountId, secret: 'd4'.repeat(32), createdOn: '', state: 'active' } as const;
    const { keyId } = good(await keyHandlers['keys.add'](other));
    good(await keyHandlers['keys.set-sign-in']({ accountId, keyId }));
    await step(both, { did: 'wrote' });
    await step(both, { did: 'wrote' });
    vi.setSystemTime(noon + 5 * SECOND_MS);
    await step(page([], []), { did: 'pressed', status: 200 });
    await vault.settled();
    const atMs = noon + 5 * SECOND_MS;
    expect((await readAccount()).keys).toMatchObject([
      { provenAtMs: atMs, lastUsedAtMs: atMs },
      { id: keyId, provenAtMs: null, lastUsedAtMs: null },
    ]);
  });
});
