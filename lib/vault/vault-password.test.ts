import { describe, expect, it, vi } from 'vitest';
import { KDF_DEFAULT } from '../crypto/kdf';
import { err, ok } from '../shared/result';
import { newestFirst, readCopies } from './copies';
import { makeUnlockedWorld, mark, markOf, PASSWORD } from './vault.testing';

vi.mock('../crypto/kdf', async importOriginal => ({
  ...(await importOriginal<typeof import('../crypto/kdf')>()),
  derivePasswordKey: (await import('./cheap-kdf.testing')).deriveCheaply,
}));

const NEXT = 'eine ganz neue Passphrase';

describe('changing the master password', () => {
  it('lets the new one in and keeps the old one out, whichever copy is left', async () => {
    for (const lost of ['a', 'b'] as const) {
      const { vault, store, wake } = await makeUnlockedWorld();
      await vault.update(mark(9));
      expect(await vault.changePassword(PASSWORD, NEXT)).toEqual(ok(null));
      await vault.lock();
      store.stored.delete(lost);
      expect(await wake().unlock(PASSWORD)).toEqual(err('wrong-password'));
      const later = wake();
      expect(await later.unlock(NEXT)).toEqual(ok(null));
      expect(await markOf(later)).toBe(9);
    }
  });

  it('asks for the current one, though the vault is unlocked', async () => {
    const { vault, store } = await makeUnlockedWorld();
    const before = store.snapshot();
    expect(await vault.changePassword('not the password', NEXT)).toEqual(err('wrong-password'));
    expect(store.snapshot()).toBe(before);
    await vault.lock();
    expect(await vault.unlock(PASSWORD)).toEqual(ok(null));
  });

  it('leaves the vault unlocked, its contents alone and its key the same', async () => {
    const { vault, session } = await makeUnlockedWorld();
    await vault.update(mark(9));
    const before = session.session?.vaultKey;
    await vault.changePassword(PASSWORD, NEXT);
    expect(await markOf(vault)).toBe(9);
    expect(session.session?.vaultKey).toEqual(before);
  });

  it('makes a slot of its own: new id, new salt, the default costs', async () => {
    const { vault, store } = await makeUnlockedWorld();
    const slotOf = async () => newestFirst(await readCopies(store))[0]?.envelope.header.slots[0];
    const before = await slotOf();
    await vault.changePassword(PASSWORD, NEXT);
    const after = await slotOf();
    expect(after?.slotId).not.toEqual(before?.slotId);
    expect(after?.parameters).toMatchObject({ type: 'password', kdf: KDF_DEFAULT });
    expect(after?.parameters.salt).not.toEqual(before?.parameters.salt);
  });

  it('says so where only one copy could be rewritten, and the next save finishes the work', async () => {
    const { vault, store, wake } = await makeUnlockedWorld();
    await vault.update(mark(9));
    store.revive();
    let writes = 0;
    store.faultAt = (_, operation) => (operation === 'write' && ++writes === 2 ? 'reject' : null);
    expect(await vault.changePassword(PASSWORD, NEXT)).toEqual(err('password-half-changed'));
    store.revive();
    expect((await vault.update(mark(10))).ok).toBe(true);
    await vault.lock();
    expect(await wake().unlock(PASSWORD)).toEqual(err('wrong-password'));
    expect(await wake().unlock(NEXT)).toEqual(ok(null));
  });

  it('waits for an update that was asked for before it, and loses nothing of it', async () => {
    const { vault } = await makeUnlockedWorld();
    const [updated, changed] = await Promise.all([vault.update(mark(21)), vault.changePassword(PASSWORD, NEXT)]);
    expect(updated.ok && changed.ok).toBe(true);
    await vault.lock();
    await vault.unlock(NEXT);
    expect(await markOf(vault)).toBe(21);
  });
});
