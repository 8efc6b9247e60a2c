// Whether the vault may be saved to a file is the worker's to decide: a page that asks all the same gets nothing.
import '../../lib/vault/with-cheap-kdf.testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { COPY_NAMES } from '../../lib/model/copy-name';
import { ok } from '../../lib/shared/result';
import { makeFreshVault } from './fresh-vault.testing';
import { copyHandlers } from './handlers/copies';
import { vault } from './worker';

vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));

beforeEach(async () => {
  await makeFreshVault();
  for (let count = 0; count < 2; count++) await vault.update(body => ok(body));
  await vault.settled();
});

afterEach(() => vi.restoreAllMocks());

function prescribe(stored: Record<string, unknown>): void {
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => stored);
}

const exportAll = () => Promise.all(COPY_NAMES.map(name => copyHandlers['copies.export']({ name })));

describe('saving a copy to a file', () => {
  it('is up to the person where nothing is prescribed', async () => {
    expect((await exportAll()).map(reply => reply.ok)).toEqual(COPY_NAMES.map(() => true));
  });

  it.each([
    ['forbids it', { exportAllowed: false }],
    ['prescribes what cannot be read', { exportAllowed: 'no' }],
  ])('is refused for every copy where an organisation %s, locked or not', async (_, stored) => {
    prescribe(stored);
    const refused = COPY_NAMES.map(() => ({
      ok: false,
      error: [expect.objectContaining({ code: 'export-not-allowed' })],
    }));
    expect(await exportAll()).toEqual(refused);
    await vault.lock();
    expect(await exportAll()).toEqual(refused);
  });
});
