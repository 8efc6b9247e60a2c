import { describe, expect, it } from 'vitest';
import type { Account } from '../model/account';
import { utf8Decode } from '../shared/bytes';
import { err } from '../shared/result';
import { editAccount, removeAccount, restoreAccount } from './accounts';
import { accountAt, apiKey, authenticator, date, fields } from './accounts.testing';
import { decodeBody, encodeBody } from './body';
import { byTouch, editHeldAccount, holdAccount, isHeldKeyOf, releaseAccount } from './held';
import type { HeldWorld } from './held.testing';
import { applyTo, good, makeHeldWorld } from './held.testing';
import { openHolding } from './held-seal';
import type { Rewriting } from './ways-in';

const SECRETS = ['GEZDGNBVGY3TQOJQ', 'MZXW6YTBOI', 'kettle-1', 'kettle-2'];

async function openAs({ now, touch }: HeldWorld, account: Account) {
  const heldKey = good(await byTouch(touch)(now.body, now.identity.vaultId));
  return openHolding(account, now.identity.vaultId, heldKey);
}

function textOf({ body }: Pick<Rewriting, 'body'>): string {
  return utf8Decode(encodeBody({ ...body, accounts: body.accounts.slice(0, 1) })) ?? '';
}

describe('a passkey-held account', () => {
  it('has authenticator, earlier ones and backup codes under seal and nowhere in the open', async () => {
    const world = await makeHeldWorld();
    const held = accountAt(world.now.body, 0);
    expect(held).toMatchObject({ authenticator: null, earlierAuthenticators: [], backupCodes: [] });
    for (const secret of SECRETS) expect(textOf(world.now)).not.toContain(secret);
    const holding = await openAs(world, held);
    expect(holding?.authenticator?.secret.reveal()).toBe('GEZDGNBVGY3TQOJQ');
    expect(holding?.earlierAuthenticators.map(({ secret }) => secret.reveal())).toEqual(['MZXW6YTBOI']);
    expect(holding?.backupCodes.map(({ code, used }) => [code, used])).toEqual([
      ['kettle-1', false],
      ['kettle-2', true],
    ]);
  });

  it('survives being saved and read', async () => {
    const world = await makeHeldWorld();
    const read = good(decodeBody(encodeBody(world.now.body)));
    expect(read).toEqual(world.now.body);
    expect((await openAs(world, accountAt(read, 0)))?.backupCodes).toHaveLength(2);
  });

  it('comes back whole when it is given back, by the touch or by the recovery code', async () => {
    const { now, touch, code } = await makeHeldWorld();
    for (const find of [byTouch(touch), byTouch({ type: 'recovery', code })]) {
      const released = accountAt((await applyTo(now, releaseAccount('account-0', find))).body, 0);
      expect(released.seal).toBeNull();
      expect(released.authenticator?.secret.reveal()).toBe('GEZDGNBVGY3TQOJQ');
      expect(released.backupCodes.map(({ code: backup }) => backup)).toEqual(['kettle-1', 'kettle-2']);
    }
  });

  it('is held once, only where it has something to hold, and given back only where it is held', async () => {
    const { now, touch } = await makeHeldWorld();
    const find = byTouch(touch);
    expect(await holdAccount('account-0', find)(now)).toEqual(err('held-already'));
    expect(await releaseAccount('account-1', find)(now)).toEqual(err('held-nothing'));
    expect(await holdAccount('account-9', find)(now)).toEqual(err('account-missing'));
    const empty = { ...accountAt(now.body, 1), authenticator: null, earlierAuthenticators: [], backupCodes: [] };
    const body = { ...now.body, accounts: [accountAt(now.body, 0), empty] };
    expect(await holdAccount('account-1', find)({ ...now, body })).toEqual(err('held-nothing'));
  });

  it('takes a second account by one touch, each under a salt, a nonce and an id of its own', async () => {
    const { now, touch } = await makeHeldWorld();
    const { body } = await applyTo(now, holdAccount('account-1', byTouch(touch)));
    const seals = [accountAt(body, 0).seal, accountAt(body, 1).seal];
    for (const part of ['sealId', 'salt', 'nonce', 'sealed'] as const) {
      expect(seals[0]?.[part]).not.toBe(seals[1]?.[part]);
    }
  });

  it('shows by its size neither how many codes it has nor whether it has an authenticator', async () => {
    const { now, touch } = await makeHeldWorld();
    const bare = { ...accountAt(now.body, 1), earlierAuthenticators: [], backupCodes: [] };
    const body = { ...now.body, accounts: [accountAt(now.body, 0), bare] };
    const held = (await applyTo({ ...now, body }, holdAccount('account-1', byTouch(touch)))).body;
    expect(accountAt(held, 1).seal?.sealed).toHaveLength(accountAt(held, 0).seal?.sealed.length ?? 0);
  });
});

describe('without the touch', () => {
  it('label, address, key and its date are edited, and the seal stays as it is', async () => {
    const { now } = await makeHeldWorld();
    const before = accountAt(now.body, 0);
    const form = fields({
      label: 'Night shift',
      email: 'carol@example.com',
      apiKey: apiKey('b'),
      createdOn: date('2026-11-01'),
      authenticator: null,
    });
    const edit = {
      baseRevision: before.revision,
      changed: ['label', 'email', 'apiKey', 'createdOn', 'authenticator'],
      fields: form,
    } as const;
    const after = accountAt(good(editAccount(now.body, 'account-0', edit, 'key-9')), 0);
    expect(after).toMatchObject({ label: 'Night shift', email: 'carol@example.com', seal: before.seal });
    expect(after.keys.map(({ createdOn }) => createdOn)).toEqual(['2026-11-01']);
  });

  it('it is removed and brought back', async () => {
    const { now } = await makeHeldWorld();
    const removed = good(removeAccount(now.body, 'account-0', 5));
    const restored = good(restoreAccount(removed, 'account-0'));
    expect(accountAt(restored, 0).id).toBe('account-0');
    expect(restored.accounts[0]?.seal).toEqual(now.body.accounts[0]?.seal);
  });

  it('its authenticator is not replaced', async () => {
    const { now } = await makeHeldWorld();
    const edit = { baseRevision: 9, changed: ['authenticator'], fields: fields() } as const;
    expect(editAccount(now.body, 'account-0', edit, 'key-9')).toEqual(err('held-touch-needed'));
  });
});

describe('a new authenticator for a held account', () => {
  it('goes under the seal, and the one before it beside it', async () => {
    const world = await makeHeldWorld();
    const form = fields({ label: 'Days', authenticator: authenticator('NBSWY3DPEB3W64TM') });
    const edit = { baseRevision: 9, changed: ['label', 'authenticator'], fields: form } as const;
    const now = await applyTo(world.now, editHeldAccount('account-0', edit, 'key-9', byTouch(world.touch)));
    const account = accountAt(now.body, 0);
    expect(account).toMatchObject({ label: 'Days', authenticator: null, earlierAuthenticators: [] });
    expect(textOf(now)).not.toContain('NBSWY3DPEB3W64TM');
    const holding = await openAs(world, account);
    expect(holding?.authenticator?.secret.reveal()).toBe('NBSWY3DPEB3W64TM');
    expect(holding?.earlierAuthenticators.map(({ secret }) => secret.reveal())).toEqual([
      'GEZDGNBVGY3TQOJQ',
      'MZXW6YTBOI',
    ]);
    expect(holding?.backupCodes).toHaveLength(2);
  });

  it('is refused where another window has put one there in the meantime', async () => {
    const { now, touch } = await makeHeldWorld();
    const edit = { baseRevision: 9, changed: ['authenticator'], fields: fields() } as const;
    const first = await applyTo(now, editHeldAccount('account-0', edit, 'key-9', byTouch(touch)));
    const late = editHeldAccount('account-0', { ...edit, baseRevision: 1 }, 'key-9', byTouch(touch));
    expect(await late(first)).toEqual(err({ code: 'changed-elsewhere', fields: ['authenticator'] }));
  });
});

describe('isHeldKeyOf', () => {
  it('knows the key by what it opens, and none where nothing is sealed', async () => {
    const { now, touch, code } = await makeHeldWorld();
    const { vaultId } = now.identity;
    const heldKey = good(await byTouch(touch)(now.body, vaultId));
    expect(isHeldKeyOf(now.body, vaultId, heldKey)).toBe(true);
    expect(isHeldKeyOf(now.body, vaultId, now.random(32))).toBe(false);
    const released = await applyTo(now, releaseAccount('account-0', byTouch({ type: 'recovery', code })));
    expect(isHeldKeyOf(released.body, vaultId, heldKey)).toBe(false);
  });
});
