import './with-cheap-kdf.testing';
import { describe, expect, it } from 'vitest';
import { KDF_DEFAULT } from '../crypto/kdf';
import { COPY_NAMES } from '../model/copy-name';
import { SECOND_MS } from '../shared/duration';
import { err, ok } from '../shared/result';
import { newestFirst, readCopies } from './copies';
import { findVaultKey } from './open';
import type { Vault } from './vault';
import { BY_PASSWORD, makeUnlockedWorld, mark, markOf, PASSWORD } from './vault.testing';
import { replacePassword } from './ways-in';

const NEXT = 'eine ganz neue Passphrase';
const BY_NEXT = { type: 'password', password: NEXT } as const;

function changePassword(vault: Vault, current: string, next: string) {
  return vault.rewrite({ type: 'password', password: current }, replacePassword(next));
}

describe('changing the master password', () => {
  it('lets the new one in and keeps the old one out, whichever copy is left', async () => {
    for (const lost of ['a', 'b'] as const) {
      const { vault, store, clock, wake } = await makeUnlockedWorld();
      await vault.update(mark(9));
      expect(await changePassword(vault, PASSWORD, NEXT)).toEqual(ok(null));
      await vault.lock();
      store.stored.delete(lost);
      expect(await wake().unlock(BY_PASSWORD)).toEqual(err('wrong-password'));
      clock.nowMs += SECOND_MS;
      const later = wake();
      expect(await later.unlock(BY_NEXT)).toEqual(ok(null));
      expect(await markOf(later)).toBe(9);
    }
  });

  it('asks for the current one, though the vault is unlocked', async () => {
    const { vault, store, clock } = await makeUnlockedWorld();
    await vault.settled();
    const before = store.snapshot();
    expect(await changePassword(vault, 'not the password', NEXT)).toEqual(err('wrong-password'));
    expect(store.snapshot()).toBe(before);
    await vault.lock();
    clock.nowMs += SECOND_MS;
    expect(await vault.unlock(BY_PASSWORD)).toEqual(ok(null));
  });

  it('leaves the vault unlocked, its contents alone and its key the same', async () => {
    const { vault, session } = await makeUnlockedWorld();
    await vault.update(mark(9));
    const before = session.session?.vaultKey;
    await changePassword(vault, PASSWORD, NEXT);
    expect(await markOf(vault)).toBe(9);
    expect(session.session?.vaultKey).toEqual(before);
  });

  it('makes a slot of its own: new id, new salt, the default costs', async () => {
    const { vault, store } = await makeUnlockedWorld();
    const slotOf = async () => newestFirst(await readCopies(store))[0]?.envelope.header.slots[0];
    const before = await slotOf();
    await changePassword(vault, PASSWORD, NEXT);
    const after = await slotOf();
    expect(after?.slotId).not.toEqual(before?.slotId);
    expect(after?.parameters).toMatchObject({ type: 'password', kdf: KDF_DEFAULT });
    expect(after?.parameters.salt).not.toEqual(before?.parameters.salt);
  });

  it.each(COPY_NAMES)('says so where %s could not be rewritten, and the next unlock finishes the work', async name => {
    const { vault, store, clock, wake } = await makeUnlockedWorld();
    for (let count = 0; count < 4; count++) await vault.update(mark(9));
    await vault.settled();
    // The save itself goes to b: a is the second.
    const refuses = name === 'b' ? 'a' : name;
    store.faultAt = (_, operation, at) => (operation === 'write' && at === refuses ? 'reject' : null);
    expect(await changePassword(vault, PASSWORD, NEXT)).toEqual(err('older-copies-remain'));
    store.revive();
    await vault.lock();
    const later = wake();
    expect(await later.unlock(BY_NEXT)).toEqual(ok(null));
    await later.settled();
    expect(await findVaultKey(await readCopies(store, COPY_NAMES), BY_PASSWORD)).toBeNull();
    clock.nowMs += SECOND_MS;
    expect(await wake().unlock(BY_PASSWORD)).toEqual(err('wrong-password'));
  });

  it('leaves no copy that the old one opens, spare ones included', async () => {
    const { vault, store } = await makeUnlockedWorld();
    for (let count = 0; count < 4; count++) await vault.update(mark(count));
    await vault.settled();
    expect(store.stored.size).toBe(5);
    await changePassword(vault, PASSWORD, NEXT);
    await vault.settled();
    for (const name of COPY_NAMES) {
      const copies = await readCopies(store, [name]);
      expect(await findVaultKey(copies, BY_PASSWORD), name).toBeNull();
      expect(await findVaultKey(copies, BY_NEXT), name).not.toBeNull();
    }
  });

  it('waits for an update that was asked for before it, and loses nothing of it', async () => {
    const { vault } = await makeUnlockedWorld();
    const [updated, changed] = await Promise.all([vault.update(mark(21)), changePassword(vault, PASSWORD, NEXT)]);
    expect(updated.ok && changed.ok).toBe(true);
    await vault.lock();
    await vault.unlock(BY_NEXT);
    expect(await markOf(vault)).toBe(21);
  });
});
