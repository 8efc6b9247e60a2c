import { describe, expect, it, vi } from 'vitest';
import type { Fault } from './stores.testing';
import { makeUnlockedWorld, makeWorld, mark, markOf, PASSWORD } from './vault.testing';

vi.mock('../crypto/kdf', async importOriginal => ({
  ...(await importOriginal<typeof import('../crypto/kdf')>()),
  derivePasswordKey: (await import('./cheap-kdf.testing')).deriveCheaply,
}));

/** Dying before a call did its work, and between the work and the news of it. */
const DEATHS: readonly Fault[] = ['die', 'die-after'];

/** Counts the store calls of an operation, so that a fault can be put at each of them. */
async function countCalls(
  operation: (world: Awaited<ReturnType<typeof prepare>>) => Promise<unknown>,
): Promise<number> {
  const world = await prepare();
  world.store.revive();
  await operation(world);
  return world.store.calls;
}

/** A vault at its third save, with contents that tell the saves apart. */
async function prepare() {
  const world = await makeUnlockedWorld();
  await world.vault.update(mark(1));
  await world.vault.update(mark(2));
  return world;
}

describe('a worker that dies', () => {
  it('at any call of a save leaves a vault that opens as it was before or after it', async () => {
    const calls = await countCalls(world => world.vault.update(mark(3)));
    expect(calls).toBeGreaterThanOrEqual(2);
    for (const fault of DEATHS) {
      for (let k = 0; k < calls; k++) {
        const world = await prepare();
        world.store.revive();
        world.store.faultAt = call => (call === k ? fault : null);
        const saved = await world.vault.update(mark(3));
        expect(saved.ok).toBe(false);

        world.store.revive();
        await world.vault.lock();
        const reborn = world.wake();
        expect((await reborn.unlock(PASSWORD)).ok).toBe(true);
        expect([2, 3], `${fault} at call ${k}`).toContain(await markOf(reborn));
        expect((await reborn.update(mark(4))).ok).toBe(true);
        expect(await markOf(world.wake())).toBe(4);
      }
    }
  });

  it('at any call of a creation leaves no vault or one that opens, and never half of one', async () => {
    const probe = makeWorld();
    await probe.vault.create(PASSWORD);
    for (const fault of DEATHS) {
      for (let k = 0; k < probe.store.calls; k++) {
        const world = makeWorld();
        world.store.faultAt = call => (call === k ? fault : null);
        await world.vault.create(PASSWORD);
        world.store.revive();
        const reborn = world.wake();
        const opened =
          (await reborn.phase()) === 'absent' ? await reborn.create(PASSWORD) : await reborn.unlock(PASSWORD);
        expect(opened.ok, `${fault} at call ${k}`).toBe(true);
      }
    }
  });

  it('at any call of a password change leaves a vault that opens with the old password or the new', async () => {
    const next = 'a new and better password';
    const calls = await countCalls(world => world.vault.changePassword(PASSWORD, next));
    for (const fault of DEATHS) {
      for (let k = 0; k < calls; k++) {
        const world = await prepare();
        world.store.revive();
        world.store.faultAt = call => (call === k ? fault : null);
        const changed = await world.vault.changePassword(PASSWORD, next);
        world.store.revive();
        await world.vault.lock();
        const reborn = world.wake();
        const [withNew, withOld] = [await reborn.unlock(next), await reborn.unlock(PASSWORD)];
        expect(withNew.ok || withOld.ok, `${fault} at call ${k}`).toBe(true);
        expect(await markOf(reborn)).toBe(2);
        // Whoever was told that both copies are rewritten, or at least one, must not find the new password useless.
        if (changed.ok || changed.error === 'password-half-changed') expect(withNew.ok).toBe(true);
      }
    }
  });
});

describe('a copy that cannot be read for a moment', () => {
  it('is not written over by a save that began from the older one', async () => {
    for (const hidden of ['a', 'b'] as const) {
      const { store, wake } = await prepare();
      store.revive();
      store.faultAt = (_, operation, name) => (operation === 'read' && name === hidden ? 'reject' : null);
      const reborn = wake();
      const seen = await markOf(reborn);
      store.revive();
      const saved = await reborn.update(mark(3));
      // Where the newest was hidden the save is refused, and nothing that had been saved is lost.
      expect(saved.ok).toBe(seen === 2);
      expect(await markOf(reborn)).toBe(seen === 2 ? 3 : 2);
      expect((await reborn.update(mark(4))).ok).toBe(true);
      expect(await markOf(wake())).toBe(4);
    }
  });
});

describe('a store that refuses one call', () => {
  it('of a save costs no more than that save: the vault stays open and the next one goes through', async () => {
    const calls = await countCalls(world => world.vault.update(mark(3)));
    for (let k = 0; k < calls; k++) {
      const { vault, store, wake } = await prepare();
      store.revive();
      store.faultAt = call => (call === k ? 'reject' : null);
      const saved = await vault.update(mark(3));
      expect([2, 3], `call ${k}`).toContain(await markOf(vault));
      if (saved.ok) expect(await markOf(vault)).toBe(3);
      expect((await vault.update(mark(4))).ok).toBe(true);
      expect(await markOf(wake())).toBe(4);
    }
  });
});
