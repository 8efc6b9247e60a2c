import './with-cheap-kdf.testing';
import { describe, expect, it } from 'vitest';
import type { CopyName } from '../model/copy-name';
import { COPY_NAMES, SPARE_NAMES } from '../model/copy-name';
import { MINUTE_MS } from '../shared/duration';
import { err, ok } from '../shared/result';
import { newestFirst, readCopies } from './copies';
import type { World } from './vault.testing';
import { BY_PASSWORD, makeUnlockedWorld, mark, markOf, NOON_MS } from './vault.testing';

/** A vault saved once a minute, whose live copies were put back to what they were at the second minute. */
async function rollBack(...forgotten: readonly ('seen' | 'spares' | 'session')[]): Promise<World> {
  const world = await makeUnlockedWorld();
  const save = async (value: number) => {
    world.clock.nowMs = NOON_MS + value * MINUTE_MS;
    await world.vault.update(mark(value));
    await world.vault.settled();
  };
  await save(1);
  await save(2);
  const earlier = new Map(['a', 'b'].map(name => [name as CopyName, world.store.stored.get(name as CopyName)]));
  await save(3);
  await save(4);
  for (const [name, bytes] of earlier) if (bytes) world.store.stored.set(name, bytes);
  if (forgotten.includes('seen')) world.seen.value = null;
  if (forgotten.includes('spares')) for (const n of [1, 2, 3] as const) world.store.stored.delete(`spare-${n}`);
  if (forgotten.includes('session')) await world.session.clear();
  world.vault = world.wake();
  return world;
}

const BOTH_DATES = { openSavedAtMs: NOON_MS + 2 * MINUTE_MS, seenSavedAtMs: NOON_MS + 4 * MINUTE_MS };

describe('an older save in the place of the newest', () => {
  it('opens, and is told with both dates', async () => {
    const { vault } = await rollBack('session');
    expect(await vault.unlock(BY_PASSWORD)).toEqual(ok(null));
    expect(await markOf(vault)).toBe(2);
    expect(await vault.rollback()).toEqual(BOTH_DATES);
  });

  it('is told where storage forgot what was seen, by the spare copies', async () => {
    const { vault } = await rollBack('session', 'seen');
    await vault.unlock(BY_PASSWORD);
    expect(await vault.rollback()).toEqual(BOTH_DATES);
  });

  it('is told where the spare copies are gone, by what was seen', async () => {
    const { vault } = await rollBack('session', 'spares');
    await vault.unlock(BY_PASSWORD);
    expect(await vault.rollback()).toEqual(BOTH_DATES);
  });

  it('is told to a session that goes on, though it never unlocked anew', async () => {
    const { vault } = await rollBack('seen', 'spares');
    expect(await markOf(vault)).toBe(2);
    expect(await vault.rollback()).toMatchObject({ openSavedAtMs: NOON_MS + 2 * MINUTE_MS });
  });

  it('is not told once the person keeps it, and is then the newest of all', async () => {
    const { vault, wake } = await rollBack('session');
    await vault.unlock(BY_PASSWORD);
    expect(await vault.keepOlder()).toEqual(ok(null));
    expect(await vault.rollback()).toBeNull();
    expect(await markOf(wake())).toBe(2);
    expect(vault.generation()).toBeGreaterThan(5);
  });

  it('gives way to the newer spare copy that the person opens instead', async () => {
    const world = await rollBack('session');
    await world.vault.unlock(BY_PASSWORD);
    const [newest] = newestFirst(await readCopies(world.store, SPARE_NAMES));
    expect(await world.vault.openCopy(newest?.name ?? 'a', BY_PASSWORD)).toEqual(ok(null));
    expect(await markOf(world.vault)).toBe(4);
    expect(await world.vault.rollback()).toBeNull();
  });

  it('is not told of a vault that is as new as it ever was', async () => {
    const { vault, wake } = await makeUnlockedWorld();
    await vault.update(mark(1));
    expect(await vault.rollback()).toBeNull();
    const later = wake();
    await later.unlock(BY_PASSWORD);
    expect(await later.rollback()).toBeNull();
    await later.lock();
    expect(await later.rollback()).toBeNull();
  });
});

describe('a number that somebody wrote into a copy', () => {
  it('is not counted on from: the vault goes on after it, and can go on saving', async () => {
    const { vault, store } = await makeUnlockedWorld();
    await vault.update(mark(1));
    await vault.settled();
    // Generation 2^53 - 1, the highest that parses.
    store.stored.get('spare-1')?.set([0, 0x1f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 29);
    expect(await vault.openCopy('b', BY_PASSWORD)).toEqual(ok(null));
    expect((await vault.update(mark(2))).ok).toBe(true);
    expect(await markOf(vault)).toBe(2);
  });
});

describe('a copy that a later version wrote', () => {
  const newerBytes = (bytes: Uint8Array<ArrayBuffer> | undefined) => bytes?.slice().fill(2, 9, 10);

  it('stays as it is when another one is opened, unless the person gives it up', async () => {
    for (const name of COPY_NAMES) {
      const { vault, store } = await makeUnlockedWorld();
      for (let count = 0; count < 4; count++) await vault.update(mark(3));
      await vault.settled();
      const newer = newerBytes(store.stored.get(name));
      if (newer) store.stored.set(name, newer);
      const other = name === 'spare-2' ? 'spare-3' : 'spare-2';
      const before = store.snapshot();
      expect(await vault.openCopy(other, BY_PASSWORD), name).toEqual(err('vault-newer'));
      expect(await vault.keepOlder(), name).toEqual(err('vault-newer'));
      expect(store.snapshot()).toBe(before);
      expect(await vault.openCopy(other, BY_PASSWORD, 'over-newer'), name).toEqual(ok(null));
      expect((await vault.update(mark(4))).ok).toBe(true);
    }
  });
});

describe('opening a copy', () => {
  it('is refused where there is none, and where the way in does not fit', async () => {
    const { vault, store, clock } = await makeUnlockedWorld();
    await vault.settled();
    expect(await vault.openCopy('b', BY_PASSWORD)).toEqual(err('copy-unreadable'));
    store.stored.set('b', Uint8Array.of(9, 9, 9));
    expect(await vault.openCopy('b', BY_PASSWORD)).toEqual(err('envelope-foreign'));
    expect(await vault.openCopy('a', { type: 'password', password: 'wrong' })).toEqual(err('wrong-password'));
    clock.nowMs += MINUTE_MS;
    expect(await vault.openCopy('a', BY_PASSWORD)).toEqual(ok(null));
  });

  it('brings a vault back whose live copies are both gone, and makes both whole', async () => {
    const { vault, store, wake } = await makeUnlockedWorld();
    await vault.update(mark(5));
    await vault.settled();
    await vault.lock();
    store.stored.delete('a');
    store.stored.set('b', Uint8Array.of(9, 9, 9));
    const later = wake();
    expect(await later.phase()).toBe('damaged');
    expect(await later.create('a brand new password')).toEqual(err('vault-damaged'));
    expect(await later.openCopy('spare-2', BY_PASSWORD)).toEqual(ok(null));
    expect(await markOf(later)).toBe(5);
    expect(await markOf(wake())).toBe(5);
    expect(store.stored.get('a')?.length).toBe(store.stored.get('b')?.length);
  });

  it('does not open a vault where spare copies are all that is left and somebody else would have them', async () => {
    const { vault, store, wake } = await makeUnlockedWorld();
    await vault.settled();
    await vault.lock();
    store.stored.delete('a');
    expect(await wake().unlock(BY_PASSWORD)).toEqual(err('vault-damaged'));
  });
});
