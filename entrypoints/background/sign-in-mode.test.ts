import '../../lib/vault/with-cheap-kdf.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BY_PASSWORD, makeFreshVault } from './fresh-vault.testing';
import { accountHandlers } from './handlers/accounts';
import { vaultHandlers } from './handlers/vault';
import { addAccount, good, refusalsOf } from './held.testing';

vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));
vi.mock('../../lib/browser/scrub-disk', () => ({ scrubDisk: async () => {} }));

beforeEach(makeFreshVault);

async function mode() {
  return good(await vaultHandlers['policy.read']({})).signInMode;
}

describe('how far a sign-in goes', () => {
  it('is turned to automatic by whoever shows a way in, and by nobody else', async () => {
    expect(refusalsOf(await vaultHandlers['policy.set-sign-in-mode']({ mode: 'automatic', proof: null }))).toEqual([
      'message-refused',
    ]);
    const wrong = { type: 'password', password: 'something else' } as const;
    expect(refusalsOf(await vaultHandlers['policy.set-sign-in-mode']({ mode: 'automatic', proof: wrong }))).toEqual([
      'wrong-password',
    ]);
    expect(await mode()).toBe('full');
  });

  it('is turned on with a way in, off without one, and the other policies stay', async () => {
    await vaultHandlers['policy.save']({ lockAfterMinutes: 25, intervalDays: 30, noticeDays: 3 });
    good(await vaultHandlers['policy.set-sign-in-mode']({ mode: 'automatic', proof: BY_PASSWORD }));
    expect(good(await vaultHandlers['policy.read']({}))).toEqual({
      lockAfterMinutes: 25,
      intervalDays: 30,
      noticeDays: 3,
      signInMode: 'automatic',
    });
    await vaultHandlers['policy.save']({ lockAfterMinutes: 30, intervalDays: 30, noticeDays: 3 });
    expect(await mode()).toBe('automatic');
    good(await vaultHandlers['policy.set-sign-in-mode']({ mode: 'fill', proof: null }));
    expect(await mode()).toBe('fill');
  });
});

describe('the account that signs in by default', () => {
  it('is marked and offered in the list until it is another one or none', async () => {
    const work = await addAccount();
    const client = await addAccount({ label: 'Client', email: 'client@example.org' });
    const list = async () =>
      good(await accountHandlers['accounts.list']({})).map(({ isDefault, isOffered }) => [isDefault, isOffered]);
    const [no, offered, chosen] = [
      [false, false],
      [false, true],
      [true, true],
    ];
    expect(await list()).toEqual([offered, no]);
    good(await accountHandlers['accounts.set-default']({ id: client }));
    expect(await list()).toEqual([no, chosen]);
    good(await accountHandlers['accounts.set-default']({ id: work }));
    expect(await list()).toEqual([chosen, no]);
    good(await accountHandlers['accounts.set-default']({ id: null }));
    expect(await list()).toEqual([offered, no]);
    expect(refusalsOf(await accountHandlers['accounts.set-default']({ id: 'nobody' }))).toEqual(['account-missing']);
  });
});
