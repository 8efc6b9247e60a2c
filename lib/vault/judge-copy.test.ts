import './with-cheap-kdf.testing';
import { describe, expect, it } from 'vitest';
import type { CopyName } from '../model/copy-name';
import type { ParsedCopy } from './copies';
import { readCopy } from './copies';
import type { World } from './vault.testing';
import { BY_PASSWORD, makeUnlockedWorld, mark, PASSWORD } from './vault.testing';
import { renewVaultKey } from './ways-in';

async function parsed({ store }: World, name: CopyName): Promise<ParsedCopy> {
  const copy = await readCopy(store, name);
  if (copy.state !== 'parsed') throw new Error(copy.state);
  return copy;
}

/** A vault saved twice: `b` is open, `a` is the save before it, and both are among the spare copies. */
async function saveTwice(): Promise<World> {
  const world = await makeUnlockedWorld();
  await world.vault.update(mark(1));
  await world.vault.settled();
  return world;
}

async function judge(world: World, name: CopyName) {
  return world.vault.judge(await parsed(world, name));
}

/** Changes one byte of a copy, counted from its end where negative. */
function flip({ store }: World, name: CopyName, place: number): void {
  const bytes = store.stored.get(name);
  const index = bytes === undefined || place >= 0 ? place : bytes.length + place;
  if (bytes) bytes[index] = (bytes[index] ?? 0) ^ 1;
}

describe('what the open key says of a copy', () => {
  it('tells the save that is open, in every place, from the one before it', async () => {
    const world = await saveTwice();
    expect(await judge(world, 'b')).toBe('in-use');
    expect(await judge(world, 'spare-2')).toBe('same-save');
    expect(await judge(world, 'a')).toBe('whole');
    expect(await judge(world, 'spare-1')).toBe('whole');
  });

  it.each([
    ['number', 36],
    ['last byte', -1],
  ])('finds a copy damaged whose %s was changed, though it parses', async (_, place) => {
    const world = await saveTwice();
    flip(world, 'spare-2', place);
    expect(await judge(world, 'spare-2')).toBe('damaged');
  });

  it('says nothing of a copy of another vault', async () => {
    const world = await saveTwice();
    flip(world, 'spare-1', 13);
    expect(await judge(world, 'spare-1')).toBe('unproven');
  });

  it('says nothing of a copy that an earlier vault key sealed', async () => {
    const world = await saveTwice();
    const earlier = world.store.stored.get('b');
    await world.vault.rewrite(BY_PASSWORD, renewVaultKey({ password: PASSWORD, passkeys: [], recoveryCode: null }));
    if (earlier) world.store.stored.set('spare-1', earlier);
    expect(await judge(world, 'spare-1')).toBe('unproven');
    expect(await judge(world, 'spare-2')).toBe('same-save');
  });

  it('says nothing while nothing is open', async () => {
    const world = await saveTwice();
    await world.vault.lock();
    expect(await judge(world, 'b')).toBe('unproven');
  });
});
