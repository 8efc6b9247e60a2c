import './with-cheap-kdf.testing';
import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../shared/duration';
import { err, ok } from '../shared/result';
import { addAccount, REMOVED_KEPT_MS, removeAccount } from './accounts';
import { fields } from './accounts.testing';
import { BY_PASSWORD, makeUnlockedWorld, makeWorld, mark, markOf, NOON_MS, PASSWORD } from './vault.testing';
import { replacePassword } from './ways-in';

describe('a vault that does not exist', () => {
  it('is absent, and nothing but creating it is possible', async () => {
    const { vault, store } = makeWorld();
    expect(await vault.phase()).toBe('absent');
    expect(await vault.unlock(BY_PASSWORD)).toEqual(err('vault-absent'));
    expect(await vault.read()).toEqual(err('vault-absent'));
    expect(await vault.update(mark(1))).toEqual(err('vault-absent'));
    expect(await vault.rewrite(BY_PASSWORD, replacePassword('another one'))).toEqual(err('vault-absent'));
    expect(store.stored.size).toBe(0);
  });

  it('is empty and unlocked once it was created', async () => {
    const { vault } = await makeUnlockedWorld();
    expect(await vault.phase()).toBe('unlocked');
    expect(await vault.read()).toMatchObject({ ok: true, value: { accounts: [] } });
    expect(vault.generation()).toBe(1);
  });

  it('stays absent where the store refuses the first save, and can be created later', async () => {
    const { vault, store } = makeWorld();
    store.faultAt = (_, operation) => (operation === 'write' ? 'reject' : null);
    expect(await vault.create(PASSWORD)).toEqual(err('save-failed'));
    expect(await vault.phase()).toBe('absent');
    store.revive();
    expect(await vault.create(PASSWORD)).toEqual(ok(null));
  });
});

describe('a vault that exists', () => {
  it('is never created over, locked or unlocked', async () => {
    const { vault, store } = await makeUnlockedWorld();
    await vault.settled();
    const before = store.snapshot();
    expect(await vault.create('another password')).toEqual(err('vault-exists'));
    await vault.lock();
    expect(await vault.create('another password')).toEqual(err('vault-exists'));
    expect(store.snapshot()).toBe(before);
  });

  it('is never created over where its copies cannot be read or understood', async () => {
    const { vault, store, wake } = await makeUnlockedWorld();
    await vault.lock();
    store.faultAt = () => 'reject';
    expect(await wake().create('another password')).toEqual(err('vault-damaged'));
    store.revive();
    store.stored.set('a', Uint8Array.of(1, 2, 3));
    expect(await wake().phase()).toBe('damaged');
    expect(await wake().create('another password')).toEqual(err('vault-damaged'));
    expect(store.stored.get('a')).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('opens with its password, in the next life of the worker too', async () => {
    const { vault, clock, wake } = await makeUnlockedWorld();
    await vault.update(mark(33));
    await vault.lock();
    expect(await markOf(vault)).toBe('vault-locked');
    expect(await vault.unlock({ type: 'password', password: 'wrong' })).toEqual(err('wrong-password'));
    expect(await vault.phase()).toBe('locked');
    clock.nowMs += SECOND_MS;
    const later = wake();
    expect(await later.unlock(BY_PASSWORD)).toEqual(ok(null));
    expect(await markOf(later)).toBe(33);
  });

  it('stays unlocked when the worker dies, since the session outlives it', async () => {
    const { vault, wake } = await makeUnlockedWorld();
    await vault.update(mark(34));
    expect(await markOf(wake())).toBe(34);
  });

  it('keeps neither password nor contents in the session', async () => {
    const { session } = await makeUnlockedWorld();
    expect(Object.keys(session.session ?? {}).toSorted()).toEqual([
      'actedAtMs',
      'deadlineMs',
      'generation',
      'issuedAtMs',
      'seenAtMs',
      'vaultKey',
    ]);
  });
});

describe('an update', () => {
  it('raises the generation by one', async () => {
    const { vault } = await makeUnlockedWorld();
    await vault.update(mark(1));
    await vault.update(mark(2));
    expect(vault.generation()).toBe(3);
  });

  it('that is refused passes its reason on and writes nothing', async () => {
    const { vault, store } = await makeUnlockedWorld();
    await vault.settled();
    const before = store.snapshot();
    expect(await vault.update(() => err('account-missing'))).toEqual(err('account-missing'));
    expect(store.snapshot()).toBe(before);
    expect(vault.generation()).toBe(1);
  });

  it('that is asked for together with others loses none of them', async () => {
    const { vault, wake } = await makeUnlockedWorld();
    const add = (name: string) => vault.update(body => ok({ ...body, slotNames: { ...body.slotNames, [name]: name } }));
    const names = Array.from({ length: 30 }, (_, index) => `change-${index}`);
    const saved = await Promise.all(names.map(add));
    expect(saved.every(result => result.ok)).toBe(true);
    const body = await wake().read();
    expect(body.ok && Object.keys(body.value.slotNames).toSorted()).toEqual(names.toSorted());
    expect(vault.generation()).toBe(31);
  });

  it('that throws harms nobody who comes after it', async () => {
    const { vault } = await makeUnlockedWorld();
    const throwing = vault.update(() => {
      throw new Error('a mistake');
    });
    const next = vault.update(mark(5));
    await expect(throwing).rejects.toThrow('a mistake');
    expect((await next).ok).toBe(true);
    expect(await markOf(vault)).toBe(5);
  });

  it('works with the copy before where the newest was damaged meanwhile, and makes the pair whole', async () => {
    const { vault, store, wake } = await makeUnlockedWorld();
    await vault.update(mark(1));
    await vault.update(mark(2));
    store.stored.get('a')?.fill(0, 500, 600);
    const later = wake();
    expect(await markOf(later)).toBe(1);
    expect((await later.update(mark(3))).ok).toBe(true);
    expect(await markOf(wake())).toBe(3);
  });
});

describe('a removed account', () => {
  it('is gone from the stored bytes with the first save after its day, whatever that save is for', async () => {
    const { vault, clock, wake } = await makeUnlockedWorld();
    await vault.update(body => ok(addAccount(body, fields(), { account: 'gone', key: 'key' })));
    await vault.update(body => removeAccount(body, 'gone', clock.nowMs));
    clock.nowMs = NOON_MS + REMOVED_KEPT_MS;
    await vault.unlock(BY_PASSWORD);
    await vault.update(mark(3));
    const body = await wake().read();
    expect(body.ok && body.value.accounts).toEqual([]);
  });
});

describe('a session', () => {
  it('locks the vault when nobody has done anything for an hour', async () => {
    const { vault, clock } = await makeUnlockedWorld();
    expect(await vault.locksAtMs()).toBe(NOON_MS + HOUR_MS);
    clock.nowMs = NOON_MS + HOUR_MS - 1;
    expect(await vault.phase()).toBe('unlocked');
    clock.nowMs++;
    expect(await vault.phase()).toBe('locked');
    expect(await markOf(vault)).toBe('vault-locked');
    expect(await vault.update(mark(1))).toEqual(err('vault-locked'));
    expect(await vault.rewrite(BY_PASSWORD, replacePassword('another one'))).toEqual(err('vault-locked'));
    expect(vault.generation()).toBe(0);
  });

  it('is put off by an act, and not by reading or saving', async () => {
    const { vault, clock } = await makeUnlockedWorld();
    clock.nowMs = NOON_MS + 30 * MINUTE_MS;
    await vault.read();
    await vault.update(mark(1));
    expect(await vault.locksAtMs()).toBe(NOON_MS + HOUR_MS);
    await vault.recordAct();
    expect(await vault.locksAtMs()).toBe(NOON_MS + 90 * MINUTE_MS);
  });

  it('follows the lock time that the vault says', async () => {
    const { vault } = await makeUnlockedWorld();
    await vault.update(body => ok({ ...body, policy: { ...body.policy, lockAfterMinutes: 5 } }));
    await vault.recordAct();
    expect(await vault.locksAtMs()).toBe(NOON_MS + 5 * MINUTE_MS);
  });

  it('is not brought back by an act that comes too late', async () => {
    const { vault, clock } = await makeUnlockedWorld();
    clock.nowMs = NOON_MS + 2 * HOUR_MS;
    await vault.recordAct();
    expect(await vault.phase()).toBe('locked');
  });

  it('ends where the clock was set back', async () => {
    const { vault, clock } = await makeUnlockedWorld();
    clock.nowMs = NOON_MS - HOUR_MS;
    expect(await vault.phase()).toBe('locked');
    expect(await markOf(vault)).toBe('vault-locked');
  });

  it('ends where the clock was set back by less than an hour, again and again, to keep the vault open', async () => {
    const { vault, clock } = await makeUnlockedWorld();
    clock.nowMs = NOON_MS + 50 * MINUTE_MS;
    expect(await markOf(vault)).toBe(14);
    clock.nowMs = NOON_MS + MINUTE_MS;
    expect(await markOf(vault)).toBe('vault-locked');
  });

  it('is forgotten once it has expired, and left alone while it holds', async () => {
    const { vault, clock, session } = await makeUnlockedWorld();
    await vault.dropExpired();
    expect(session.session).not.toBeNull();
    clock.nowMs = NOON_MS + HOUR_MS;
    await vault.dropExpired();
    expect(session.session).toBeNull();
  });

  it('whose key opens nothing is damage and not a wrong password', async () => {
    const { session, wake } = await makeUnlockedWorld();
    if (session.session) session.session = { ...session.session, vaultKey: new Uint8Array(32) };
    expect(await markOf(wake())).toBe('vault-damaged');
  });
});
