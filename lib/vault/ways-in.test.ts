import './with-cheap-kdf.testing';
import { describe, expect, it } from 'vitest';
import { KDF_DEFAULT, KDF_FLOOR } from '../crypto/kdf';
import { COPY_NAMES } from '../model/copy-name';
import { err, ok } from '../shared/result';
import { readCopies } from './copies';
import { followRecipe } from './fixtures/recipe.testing';
import { V1_EVERY_SLOT_RECIPE } from './fixtures/v1-every-slot';
import { findVaultKey } from './open';
import type { WayIn } from './slots';
import type { Vault } from './vault';
import type { World } from './vault.testing';
import { BY_PASSWORD, makeUnlockedWorld, makeWorld, mark, markOf, PASSWORD } from './vault.testing';
import type { TouchedPasskey } from './ways-in';
import { addPasskey, removeWayIn, renameWayIn, renewVaultKey, replacePassword, replaceRecoveryCode } from './ways-in';

const bytes = (byte: number, length = 32) => new Uint8Array(length).fill(byte);
const CODE = bytes(0xc0, 16);
const BY_CODE: WayIn = { type: 'recovery', code: CODE };

function passkey(number: number): TouchedPasskey {
  return { credentialId: bytes(number, 20), prfInput: bytes(number), prfOutput: bytes(0x80 + number) };
}

function byPasskey(number: number): WayIn {
  return { type: 'passkey', prfOutput: passkey(number).prfOutput };
}

async function idOf(vault: Vault, name: string): Promise<string> {
  const ways = await vault.waysIn();
  const way = ways.ok && ways.value.find(entry => entry.name === name || entry.type === name);
  if (!way) throw new Error(`no way in ${name}`);
  return way.id;
}

/** Which of these open any copy at all, the spare ones included. */
async function opening({ store }: World, ...ways: readonly WayIn[]): Promise<readonly boolean[]> {
  const copies = await readCopies(store, COPY_NAMES);
  return Promise.all(ways.map(async wayIn => (await findVaultKey(copies, wayIn)) !== null));
}

async function makeFullWorld(): Promise<World> {
  const world = await makeUnlockedWorld();
  await world.vault.update(mark(7));
  for (const number of [1, 2]) {
    expect(await world.vault.rewrite(BY_PASSWORD, addPasskey(passkey(number), `Key ${number}`))).toEqual(ok(null));
  }
  expect(await world.vault.rewrite(byPasskey(1), replaceRecoveryCode(CODE))).toEqual(ok(null));
  return world;
}

describe('a way in', () => {
  it('of any kind opens the vault, and is listed under its name', async () => {
    const world = await makeFullWorld();
    const ways = await world.vault.waysIn();
    expect(ways.ok && ways.value.map(({ type, name }) => [type, name])).toEqual([
      ['password', ''],
      ['passkey', 'Key 1'],
      ['passkey', 'Key 2'],
      ['recovery', ''],
    ]);
    for (const wayIn of [BY_PASSWORD, byPasskey(1), byPasskey(2), BY_CODE]) {
      await world.vault.lock();
      expect(await world.vault.unlock(wayIn)).toEqual(ok(null));
      expect(await markOf(world.vault)).toBe(7);
    }
  });

  it('changes nothing without another one shown anew', async () => {
    const world = await makeFullWorld();
    await world.vault.settled();
    const before = world.store.snapshot();
    expect(await world.vault.rewrite(byPasskey(9), addPasskey(passkey(3), 'Mine'))).toEqual(err('wrong-passkey'));
    expect(world.store.snapshot()).toBe(before);
  });

  it('that was removed opens no copy, and the others still do', async () => {
    const world = await makeFullWorld();
    const removed = await world.vault.rewrite(BY_CODE, removeWayIn(await idOf(world.vault, 'Key 1')));
    expect(removed).toEqual(ok(null));
    await world.vault.settled();
    expect(await opening(world, byPasskey(1), byPasskey(2), BY_CODE, BY_PASSWORD)).toEqual([false, true, true, true]);
    const ways = await world.vault.waysIn();
    expect(ways.ok && ways.value.map(({ name }) => name)).toEqual(['', 'Key 2', '']);
  });

  it('cannot be removed twice, and the password not at all', async () => {
    const { vault } = await makeFullWorld();
    const id = await idOf(vault, 'Key 1');
    await vault.rewrite(BY_PASSWORD, removeWayIn(id));
    expect(await vault.rewrite(BY_PASSWORD, removeWayIn(id))).toEqual(err('way-in-missing'));
    const password = removeWayIn(await idOf(vault, 'password'));
    expect(await vault.rewrite(BY_PASSWORD, password)).toEqual(err('way-in-needed'));
  });

  it('gets another name', async () => {
    const { vault } = await makeFullWorld();
    const id = await idOf(vault, 'Key 1');
    await vault.update(body => renameWayIn(body, id, 'On my keyring'));
    expect(await idOf(vault, 'On my keyring')).toBe(id);
    expect(await vault.update(body => renameWayIn(body, 'nobody', 'x'))).toEqual(err('way-in-missing'));
  });
});

describe('a passkey', () => {
  it('is not added twice', async () => {
    const { vault } = await makeFullWorld();
    const again = addPasskey({ ...passkey(1), prfInput: bytes(99) }, 'Again');
    expect(await vault.rewrite(BY_PASSWORD, again)).toEqual(err('passkey-already-there'));
  });

  it('is not added with an input that another one has: one touch must never open two things', async () => {
    const { vault } = await makeFullWorld();
    const same = addPasskey({ ...passkey(3), prfInput: passkey(1).prfInput }, 'Third');
    expect(await vault.rewrite(BY_PASSWORD, same)).toEqual(err('passkey-already-there'));
  });

  it('has no room beyond sixteen ways in', async () => {
    const { vault } = await makeFullWorld();
    for (let number = 3; number <= 14; number++) {
      expect(await vault.rewrite(BY_PASSWORD, addPasskey(passkey(number), `Key ${number}`))).toEqual(ok(null));
    }
    expect(await vault.rewrite(BY_PASSWORD, addPasskey(passkey(15), 'One more'))).toEqual(err('too-many-ways-in'));
  });
});

describe('a recovery code', () => {
  it('replaces the one before it in every copy', async () => {
    const world = await makeFullWorld();
    const next = bytes(0xd0, 16);
    await world.vault.rewrite(BY_PASSWORD, replaceRecoveryCode(next));
    await world.vault.settled();
    expect(await opening(world, BY_CODE, { type: 'recovery', code: next })).toEqual([false, true]);
  });
});

describe('a new vault key', () => {
  const NEXT = 'gravel harbour pencil violet';
  const BY_NEXT: WayIn = { type: 'password', password: NEXT };

  it('is wrapped by the ways in that were shown, under their names, and by no others', async () => {
    const world = await makeFullWorld();
    const before = world.session.session?.vaultKey;
    const passkeys = [{ ...passkey(2), prfInput: bytes(77), id: await idOf(world.vault, 'Key 2') }];
    const renewal = renewVaultKey({ password: NEXT, passkeys, recoveryCode: null });
    expect(await world.vault.rewrite(BY_PASSWORD, renewal)).toEqual(ok(null));
    await world.vault.settled();
    expect(await opening(world, BY_NEXT, byPasskey(2), BY_PASSWORD, byPasskey(1), BY_CODE)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(world.session.session?.vaultKey).not.toEqual(before);
    const ways = await world.vault.waysIn();
    expect(ways.ok && ways.value.map(({ name }) => name)).toEqual(['', 'Key 2']);
    expect(await markOf(world.wake())).toBe(7);
  });

  it('makes every save from then on worthless to whoever kept the key before it', async () => {
    const world = await makeFullWorld();
    const kept = world.session.session?.vaultKey.slice() ?? bytes(0);
    await world.vault.rewrite(BY_PASSWORD, renewVaultKey({ password: PASSWORD, passkeys: [], recoveryCode: CODE }));
    await world.vault.settled();
    if (world.session.session) world.session.session = { ...world.session.session, vaultKey: kept };
    expect(await markOf(world.wake())).toBe('vault-damaged');
  });

  it('takes no passkey for one that is not there', async () => {
    const { vault } = await makeFullWorld();
    const id = await idOf(vault, 'Key 2');
    const foreign = renewVaultKey({ password: NEXT, passkeys: [{ ...passkey(1), id }], recoveryCode: null });
    expect(await vault.rewrite(BY_PASSWORD, foreign)).toEqual(err('way-in-missing'));
    expect(await vault.rewrite(BY_PASSWORD, replacePassword(NEXT))).toEqual(ok(null));
  });
});

describe('a password slot of lower costs than today’s', () => {
  it('is made anew at unlock, without a word, in every copy', async () => {
    const world = makeWorld();
    const recipe = { ...V1_EVERY_SLOT_RECIPE, kdf: KDF_FLOOR };
    world.store.stored.set('a', (await followRecipe(recipe)).envelope);
    expect(await world.vault.unlock({ type: 'password', password: recipe.password })).toEqual(ok(null));
    await world.vault.settled();
    for (const copy of await readCopies(world.store, COPY_NAMES)) {
      const slots = copy.state === 'parsed' ? copy.envelope.header.slots : [];
      const costs = slots.flatMap(({ parameters }) => (parameters.type === 'password' ? [parameters.kdf] : []));
      expect(costs, copy.name).toEqual([KDF_DEFAULT]);
    }
    await world.vault.lock();
    expect(await world.vault.unlock({ type: 'password', password: recipe.password })).toEqual(ok(null));
    await world.vault.lock();
    expect(await world.vault.unlock({ type: 'recovery', code: recipe.recoveryCode })).toEqual(ok(null));
  });

  it('is left alone by an unlock that is not by password', async () => {
    const world = makeWorld();
    const recipe = { ...V1_EVERY_SLOT_RECIPE, kdf: KDF_FLOOR };
    world.store.stored.set('a', (await followRecipe(recipe)).envelope);
    await world.vault.unlock({ type: 'passkey', prfOutput: recipe.prfOutput });
    await world.vault.settled();
    expect([...world.store.stored.keys()]).toEqual(['a']);
  });
});
