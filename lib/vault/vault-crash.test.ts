import './with-cheap-kdf.testing';
import { describe, expect, it } from 'vitest';
import { COPY_NAMES } from '../model/copy-name';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { readCopies } from './copies';
import { findVaultKey } from './open';
import type { WayIn } from './slots';
import type { Fault } from './stores.testing';
import type { Vault } from './vault';
import type { World } from './vault.testing';
import { BY_PASSWORD, makeUnlockedWorld, makeWorld, mark, markOf, PASSWORD } from './vault.testing';
import { renewVaultKey, replacePassword } from './ways-in';

/** A call that fails, one that never comes back, a worker that dies before its work or between the work and the news. */
const FAULTS = ['reject', 'stall', 'die', 'die-after'] as const satisfies readonly Fault[];

const NEXT = 'gravel harbour pencil violet';
const BY_NEXT: WayIn = { type: 'password', password: NEXT };
const STALLED = err('stalled');

/** What came of an operation, spare copies included; or that it hangs in a call that never comes back. */
async function outcomeOf<T>({ vault, store }: World, operation: Promise<T>): Promise<T | typeof STALLED> {
  // Whatever does not need the call that hangs has its turn to end first.
  const stalled = store.stalled.then(() => new Promise<typeof STALLED>(resolve => setTimeout(() => resolve(STALLED))));
  const outcome = await Promise.race([operation, stalled]);
  await Promise.race([vault.settled(), stalled]);
  return outcome;
}

/** A vault at its sixth save, with every place in use and a mark that tells the saves apart. */
async function prepare(): Promise<World> {
  const world = await makeUnlockedWorld();
  for (const value of [0, 0, 0, 1, 2]) await world.vault.update(mark(value));
  await world.vault.settled();
  return world;
}

type Operation = (world: World) => Promise<Result<unknown, unknown>>;
type Check = (world: World, acknowledged: Result<unknown, unknown>, trial: string) => Promise<void>;

/** Puts every fault at every call that an operation makes, and looks at what the next worker finds. */
async function atEveryCall(operation: Operation, check: Check, start = prepare): Promise<number> {
  const probe = await start();
  probe.store.revive();
  await outcomeOf(probe, operation(probe));
  const { calls } = probe.store;
  for (const fault of FAULTS) {
    for (let k = 0; k < calls; k++) {
      const world = await start();
      world.store.revive();
      world.store.faultAt = call => (call === k ? fault : null);
      const outcome = await outcomeOf(world, operation(world));
      world.store.revive();
      await check(world, outcome, `${fault} at call ${k} of ${calls}`);
    }
  }
  return calls;
}

/** The next worker, after the browser was closed: it has to unlock. */
async function reopen(world: World, wayIn: WayIn): Promise<Vault | null> {
  await world.session.clear();
  await world.attempts.clear();
  const reborn = world.wake();
  const unlocked = await reborn.unlock(wayIn);
  await reborn.settled();
  return unlocked.ok ? reborn : null;
}

async function opensSomewhere({ store }: World, wayIn: WayIn): Promise<boolean> {
  return (await findVaultKey(await readCopies(store, COPY_NAMES), wayIn)) !== null;
}

describe('whatever happens at any call of the store', () => {
  it('a save leaves the vault as it was before or after it, and as after it where it was acknowledged', async () => {
    const calls = await atEveryCall(
      ({ vault }) => vault.update(mark(3)),
      async (world, { ok: acknowledged }, trial) => {
        const reborn = await reopen(world, BY_PASSWORD);
        if (reborn === null) throw new Error(`${trial}: the vault does not open`);
        expect(acknowledged ? [3] : [2, 3], trial).toContain(await markOf(reborn));
        expect((await reborn.update(mark(4))).ok, trial).toBe(true);
        expect(await markOf(world.wake())).toBe(4);
      },
    );
    // To look, write, read back; then to look at three spares, write one and read it back.
    expect(calls).toBeGreaterThanOrEqual(8);
  });

  it('the session that goes on reads what it saved, and saves again', async () => {
    await atEveryCall(
      ({ vault }) => vault.update(mark(3)),
      async ({ vault, wake }, { ok: acknowledged }, trial) => {
        // A worker that hangs is ended by the browser, and the next one takes over its session.
        const next = trial.startsWith('stall') ? wake() : vault;
        expect(acknowledged ? [3] : [2, 3], trial).toContain(await markOf(next));
        expect((await next.update(mark(4))).ok, trial).toBe(true);
        expect(await markOf(wake())).toBe(4);
      },
    );
  });

  it('a creation leaves no vault or one that opens, and never half of one', async () => {
    await atEveryCall(
      ({ vault }) => vault.create(PASSWORD),
      async (world, { ok: acknowledged }, trial) => {
        await world.session.clear();
        const reborn = world.wake();
        const isAbsent = (await reborn.phase()) === 'absent';
        expect(isAbsent && acknowledged, trial).toBe(false);
        expect((isAbsent ? await reborn.create(PASSWORD) : await reborn.unlock(BY_PASSWORD)).ok, trial).toBe(true);
      },
      async () => makeWorld(),
    );
  });

  it.each<[string, Operation]>([
    ['a change of password', ({ vault }) => vault.rewrite(BY_PASSWORD, replacePassword(NEXT))],
    [
      'a new vault key',
      ({ vault }) => vault.rewrite(BY_PASSWORD, renewVaultKey({ password: NEXT, passkeys: [], recoveryCode: null })),
    ],
  ])(
    '%s leaves a vault that opens, and once it is acknowledged no copy that the old one opens',
    async (_, operation) => {
      await atEveryCall(operation, async (world, outcome, trial) => {
        if (outcome.ok) expect(await opensSomewhere(world, BY_PASSWORD), trial).toBe(false);
        const isDone = outcome.ok || outcome.error === 'older-copies-remain';
        const withNext = await reopen(world, BY_NEXT);
        const reborn = withNext ?? (await reopen(world, BY_PASSWORD));
        if (isDone) expect(withNext, trial).not.toBeNull();
        if (reborn === null) throw new Error(`${trial}: neither opens`);
        expect(await markOf(reborn), trial).toBe(2);
        // What was left undone is caught up with at the next unlock.
        if (withNext !== null) expect(await opensSomewhere(world, BY_PASSWORD), trial).toBe(false);
        expect((await reborn.update(mark(4))).ok, trial).toBe(true);
      });
    },
  );

  it('opening a spare copy leaves it where it is until it stands elsewhere', async () => {
    await atEveryCall(
      ({ vault }) => vault.openCopy('spare-2', BY_PASSWORD),
      async (world, outcome, trial) => {
        await world.session.clear();
        await world.attempts.clear();
        const reborn = world.wake();
        const isDone = outcome.ok || outcome.error === 'older-copies-remain';
        const reopened = isDone ? await reborn.unlock(BY_PASSWORD) : await reborn.openCopy('spare-2', BY_PASSWORD);
        const isOpen = reopened.ok || reopened.error === 'older-copies-remain';
        expect(isOpen, trial).toBe(true);
        expect(await markOf(reborn), trial).toBe(1);
      },
      async () => {
        const world = await prepare();
        for (const name of ['a', 'b'] as const) world.store.stored.set(name, Uint8Array.of(1, 2, 3));
        await world.session.clear();
        world.vault = world.wake();
        return world;
      },
    );
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

  it('and can never be read again holds up no save once it is known to be the older one', async () => {
    const { store, vault, wake } = await prepare();
    const older = vault.generation() % 2 === 0 ? 'a' : 'b';
    store.faultAt = (_, operation, name) => (operation === 'read' && name === older && !mended ? 'reject' : null);
    const write = store.write.bind(store);
    let mended = false;
    store.write = async (name, bytes, atMs) => {
      if (name === older) mended = true;
      await write(name, bytes, atMs);
    };
    expect(await wake().update(mark(3))).toMatchObject(ok({}));
    expect(await markOf(wake())).toBe(3);
  });
});
