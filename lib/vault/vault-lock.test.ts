import './with-cheap-kdf.testing';
import { describe, expect, it } from 'vitest';
import { err } from '../shared/result';
import type { World } from './vault.testing';
import { BY_PASSWORD, makeUnlockedWorld, makeWorld, mark, markOf, PASSWORD } from './vault.testing';
import { renewVaultKey, replacePassword } from './ways-in';

/** Lets `turns` microtasks pass: a lock can come at any of the moments at which an operation waits. */
async function waitTurns(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await Promise.resolve();
}

/** Makes the same trial with the lock at every moment of it. The last moments come after the end of any operation here. */
async function atEveryMoment(trial: (turns: number) => Promise<void>): Promise<void> {
  for (let turns = 0; turns < 160; turns++) await trial(turns);
}

async function expectLocked({ vault, session, wake }: World): Promise<void> {
  expect(session.session).toBeNull();
  expect(await vault.phase()).toBe('locked');
  expect(await markOf(vault)).toBe('vault-locked');
  expect(vault.generation()).toBe(0);
  expect(await markOf(wake())).toBe('vault-locked');
}

describe('a lock', () => {
  it('at any moment of an unlock leaves the vault locked', () =>
    atEveryMoment(async turns => {
      const world = await makeUnlockedWorld();
      await world.vault.lock();
      const unlocking = world.vault.unlock(BY_PASSWORD);
      await waitTurns(turns);
      await world.vault.lock();
      await unlocking;
      await expectLocked(world);
    }));

  it('at any moment of an update leaves the vault locked, and whole', () =>
    atEveryMoment(async turns => {
      const world = await makeUnlockedWorld();
      const saving = world.vault.update(mark(7));
      await waitTurns(turns);
      await world.vault.lock();
      const saved = await saving;
      await expectLocked(world);
      expect((await world.vault.unlock(BY_PASSWORD)).ok).toBe(true);
      expect(await markOf(world.vault)).toBe(saved.ok ? 7 : 14);
    }));

  it('at any moment of a change of password leaves the vault locked, and one of the two opens it', () =>
    atEveryMoment(async turns => {
      const world = await makeUnlockedWorld();
      const changing = world.vault.rewrite(BY_PASSWORD, replacePassword('gravel harbour pencil violet'));
      await waitTurns(turns);
      await world.vault.lock();
      const changed = await changing;
      await expectLocked(world);
      const opens = changed.ok ? 'gravel harbour pencil violet' : PASSWORD;
      expect((await world.vault.unlock({ type: 'password', password: opens })).ok).toBe(true);
    }));

  it('at any moment of a change of the vault key leaves it locked, and one of the two passwords opens it', () =>
    atEveryMoment(async turns => {
      const world = await makeUnlockedWorld();
      const next = 'gravel harbour pencil violet';
      const renewal = renewVaultKey({ password: next, passkeys: [], recoveryCode: null });
      const changing = world.vault.rewrite(BY_PASSWORD, renewal);
      await waitTurns(turns);
      await world.vault.lock();
      const changed = await changing;
      await expectLocked(world);
      const opens = changed.ok ? next : PASSWORD;
      expect((await world.vault.unlock({ type: 'password', password: opens })).ok).toBe(true);
    }));

  it('at any moment of opening a copy leaves the vault locked, and it opens', () =>
    atEveryMoment(async turns => {
      const world = await makeUnlockedWorld();
      await world.vault.settled();
      const opening = world.vault.openCopy('spare-1', BY_PASSWORD);
      await waitTurns(turns);
      await world.vault.lock();
      await opening;
      await expectLocked(world);
      await world.attempts.clear();
      expect((await world.vault.unlock(BY_PASSWORD)).ok).toBe(true);
    }));

  it('holds where the session can be written and not removed', async () => {
    const world = await makeUnlockedWorld();
    world.session.clear = () => Promise.reject(new Error('no'));
    await world.vault.lock();
    expect(await world.vault.phase()).toBe('locked');
    expect(await markOf(world.wake())).toBe('vault-locked');
  });

  it('at any moment of a creation leaves the vault locked, where there is one by then', () =>
    atEveryMoment(async turns => {
      const world = makeWorld();
      const creating = world.vault.create(PASSWORD);
      await waitTurns(turns);
      await world.vault.lock();
      await creating;
      await expectLocked(world);
      expect((await world.vault.unlock(BY_PASSWORD)).ok).toBe(true);
    }));

  it('at any moment of an act leaves the vault locked', () =>
    atEveryMoment(async turns => {
      const world = await makeUnlockedWorld();
      const acting = world.vault.recordAct();
      await waitTurns(turns);
      await world.vault.lock();
      await acting;
      await expectLocked(world);
    }));

  it('at any moment of reading leaves nothing decrypted behind', () =>
    atEveryMoment(async turns => {
      const world = await makeUnlockedWorld();
      const later = world.wake();
      const reading = later.read();
      await waitTurns(turns);
      await later.lock();
      await reading;
      await expectLocked({ ...world, vault: later });
    }));

  it('does not wait for a save that hangs', async () => {
    const world = await makeUnlockedWorld();
    await world.vault.settled();
    world.store.write = () => new Promise(() => {});
    void world.vault.update(mark(7));
    await waitTurns(20);
    await world.vault.lock();
    await expectLocked(world);
  });

  it('that came before an unlock was asked for does not spoil it', async () => {
    const { vault } = await makeUnlockedWorld();
    const locking = vault.lock();
    expect((await vault.unlock(BY_PASSWORD)).ok).toBe(true);
    await locking;
    expect(await vault.phase()).toBe('unlocked');
  });

  it('ends what was begun before it: an update that waits behind another one is refused', async () => {
    const { vault } = await makeUnlockedWorld();
    const first = vault.update(mark(1));
    const second = vault.update(mark(2));
    await vault.lock();
    await first;
    expect(await second).toEqual(err('vault-locked'));
  });
});
