import '../../lib/vault/with-cheap-kdf.testing';
import { beforeEach, expect, it, vi } from 'vitest';
import { HOUR_MS } from '../../lib/shared/duration';
import { makeFreshVault, unlock } from './fresh-vault.testing';
import { accountHandlers } from './handlers/accounts';
import { addAccount, good, NOON } from './held.testing';

vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));

let id: string;

beforeEach(async () => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  await makeFreshVault();
  id = await addAccount();
});

async function listRemoved() {
  return good(await accountHandlers['accounts.list-removed']({}));
}

it('lists a removed account by its label and nothing else of it, until it is brought back', async () => {
  expect(await listRemoved()).toEqual([]);
  await accountHandlers['accounts.remove']({ id });
  expect(await listRemoved()).toEqual([{ id, label: 'Work' }]);
  await accountHandlers['accounts.restore']({ id });
  expect(await listRemoved()).toEqual([]);
});

it('lists it for a day', async () => {
  await accountHandlers['accounts.remove']({ id });
  vi.setSystemTime(NOON.getTime() + 24 * HOUR_MS - 1);
  await unlock();
  expect(await listRemoved()).toHaveLength(1);
  vi.setSystemTime(NOON.getTime() + 24 * HOUR_MS);
  expect(await listRemoved()).toEqual([]);
});
