import './with-cheap-kdf.testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../shared/result';
import type { World } from './vault.testing';
import { BY_PASSWORD, makeUnlockedWorld, mark, markOf } from './vault.testing';

let world: World;

/** From now on the store of the live copies gives nothing and takes nothing, as one whose files are broken. */
function breakLiveStore(): void {
  world.store.faultAt = (_, __, name) => (name === 'a' || name === 'b' ? 'reject' : null);
}

beforeEach(async () => {
  world = await makeUnlockedWorld();
  await world.vault.update(mark(5));
  await world.vault.settled();
});

describe('a store that gives and takes nothing', () => {
  it('leaves the spare copies open to their owner, for looking, through the death of the worker', async () => {
    await world.vault.lock();
    breakLiveStore();
    const before = world.store.snapshot();
    world.vault = world.wake();
    expect(await world.vault.phase()).toBe('damaged');
    expect(await world.vault.openCopy('spare-2', BY_PASSWORD)).toEqual(err('save-failed'));
    for (const vault of [world.vault, world.wake()]) {
      expect(await vault.phase()).toBe('unlocked');
      expect(await markOf(vault)).toBe(5);
      expect(await vault.update(mark(6))).toEqual(err('save-failed'));
    }
    expect(world.store.snapshot()).toBe(before);
  });

  it('does so as well where it seems to take what it does not give back', async () => {
    await world.vault.lock();
    const isLive = (name: string) => name === 'a' || name === 'b';
    world.store.faultAt = (_, operation, name) => (operation === 'read' && isLive(name) ? 'reject' : null);
    expect(await world.vault.openCopy('spare-2', BY_PASSWORD)).toEqual(err('save-uncertain'));
    expect(await markOf(world.vault)).toBe(5);
  });

  it('opens nothing to a wrong password, and nothing any more once locked', async () => {
    breakLiveStore();
    await world.vault.lock();
    expect(await world.vault.openCopy('spare-2', { type: 'password', password: 'wrong' })).toEqual(
      err('wrong-password'),
    );
    expect(await world.vault.phase()).toBe('damaged');
    world.clock.nowMs += 2_000;
    await world.vault.openCopy('spare-2', BY_PASSWORD);
    await world.vault.lock();
    expect(await world.vault.phase()).toBe('damaged');
    expect(await markOf(world.vault)).toBe('vault-damaged');
  });

  it('does not end what is unlocked, and gets the next save once it works again', async () => {
    breakLiveStore();
    const vault = world.wake();
    expect(await vault.phase()).toBe('unlocked');
    expect(await markOf(vault)).toBe(5);
    world.store.revive();
    expect((await vault.update(mark(7))).ok).toBe(true);
    await vault.lock();
    await vault.settled();
    expect(await vault.unlock(BY_PASSWORD)).toEqual(ok(null));
    expect(await markOf(vault)).toBe(7);
  });

  it('changes nothing about what is open where a live copy is left', async () => {
    await world.vault.update(mark(8));
    await world.vault.settled();
    world.store.faultAt = (_, operation) => (operation === 'write' ? 'reject' : null);
    expect(await world.vault.openCopy('spare-1', BY_PASSWORD)).toEqual(err('save-failed'));
    expect(await markOf(world.vault)).toBe(8);
  });
});
