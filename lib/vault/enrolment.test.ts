import { describe, expect, it } from 'vitest';
import type { Result } from '../shared/result';
import { apiKey, authenticator, bodyWith, date, fields } from './accounts.testing';
import type { VaultBody } from './body';
import {
  addEnrolledAccount,
  addTakenKey,
  enrolAuthenticator,
  keepBackupCodes,
  leaveBackupCodes,
  takeBackupCode,
} from './enrolment';
import { byTouch, changeHeldAccount } from './held';
import { applyTo, good, makeHeldWorld } from './held.testing';
import { openHolding } from './held-seal';

const TODAY = date('2026-11-22');
const NOW_MS = 1_790_000_000_000;
const NEXT = { ...authenticator('NBSWY3DPEB3W64TM'), account: 'bob@example.com' };
const CODES = ['2345-6789-ABCD', 'EFGH-JKLM-NPQR', 'STUV-WXYZ-2345'];

const body = bodyWith(fields());
const account = (now: VaultBody, index = 0) => now.accounts[index];
const take = (now: VaultBody) => {
  let taken: { readonly code: string; readonly left: number } | null = null;
  const after = takeBackupCode(now, 'account-0', (code, left) => {
    taken = { code, left };
  });
  return { after, taken };
};

describe('a new authenticator', () => {
  it('comes before the earlier one, and awaits its backup codes', () => {
    const enrolled = account(good(enrolAuthenticator(body, 'account-0', NEXT, TODAY, NOW_MS)));
    expect(enrolled?.authenticator).toBe(NEXT);
    expect(enrolled?.earlierAuthenticators).toEqual([authenticator()]);
    expect(enrolled?.backupCodesAwaitedAtMs).toBe(NOW_MS);
    expect(enrolled?.keys).toEqual(account(body)?.keys);
    expect(enrolled?.email).toBe('alice@example.com');
  });

  it('taken twice leaves one', () => {
    const once = good(enrolAuthenticator(body, 'account-0', NEXT, TODAY, NOW_MS));
    const twice = account(good(enrolAuthenticator(once, 'account-0', NEXT, TODAY, NOW_MS)));
    expect(twice?.earlierAuthenticators).toHaveLength(1);
  });

  it('is alive, whatever was said of the one before', () => {
    const dead = { ...body, accounts: body.accounts.map(one => ({ ...one, authenticatorDeadAtMs: 1 })) };
    expect(account(good(enrolAuthenticator(dead, 'account-0', NEXT, TODAY, NOW_MS)))?.authenticatorDeadAtMs).toBeNull();
  });

  it('makes an account of its own where none has its address', () => {
    const added = account(good(addEnrolledAccount(body, 'new', NEXT, TODAY, NOW_MS)), 1);
    expect(added).toMatchObject({ id: 'new', label: 'bob@example.com', email: 'bob@example.com', keys: [] });
    expect(added?.backupCodesAwaitedAtMs).toBe(NOW_MS);
    const taken = { ...NEXT, account: 'ALICE@example.com' };
    expect(addEnrolledAccount(body, 'new', taken, TODAY, NOW_MS)).toMatchObject({ error: { code: 'email-duplicate' } });
  });

  it('of an account that is gone, or that a passkey holds, is refused', async () => {
    expect(enrolAuthenticator(body, 'other', NEXT, TODAY, NOW_MS)).toMatchObject({ error: 'account-missing' });
    const { now } = await makeHeldWorld();
    expect(enrolAuthenticator(now.body, 'account-0', NEXT, TODAY, NOW_MS)).toMatchObject({
      error: 'held-touch-needed',
    });
  });
});

describe('backup codes', () => {
  const waiting = good(enrolAuthenticator(body, 'account-0', NEXT, TODAY, NOW_MS));
  const kept = good(keepBackupCodes(waiting, 'account-0', CODES));

  it('end the waiting, and the earlier authenticator, which has been replaced on the site by then', () => {
    expect(account(kept)).toMatchObject({ backupCodesAwaitedAtMs: null, earlierAuthenticators: [] });
    expect(account(kept)?.backupCodes).toEqual(CODES.map(code => ({ code, used: false })));
  });

  it('that are elsewhere end the waiting and nothing else', () => {
    const left = account(good(leaveBackupCodes(waiting, 'account-0')));
    expect(left?.backupCodesAwaitedAtMs).toBeNull();
    expect(left?.earlierAuthenticators).toHaveLength(1);
  });

  it('are taken in their order, each once', () => {
    let now: Result<VaultBody, unknown> = { ok: true, value: kept };
    const taken = CODES.map(() => {
      const step = take(good(now));
      now = step.after;
      return step.taken;
    });
    expect(taken).toEqual(CODES.map((code, index) => ({ code, left: 2 - index })));
    expect(take(good(now)).after).toMatchObject({ error: 'backup-codes-none' });
  });

  it('of a held account are kept and taken under its seal, and open to nobody else', async () => {
    const { now, touch } = await makeHeldWorld();
    expect(keepBackupCodes(now.body, 'account-0', CODES)).toMatchObject({ error: 'held-touch-needed' });
    expect(take(now.body).after).toMatchObject({ error: 'held-touch-needed' });
    const keep = changeHeldAccount('account-0', opened => keepBackupCodes(opened, 'account-0', CODES), byTouch(touch));
    const after = await applyTo(now, keep);
    expect(JSON.stringify(after.body)).not.toContain(CODES[0]);
    const [held] = after.body.accounts;
    if (held === undefined) throw new Error('no account');
    const found = await byTouch(touch)(after.body, after.identity.vaultId);
    expect(openHolding(held, after.identity.vaultId, good(found))?.backupCodes).toHaveLength(3);
  });
});

describe('a key that the site shows', () => {
  it('is not taken where another account has it: that one would be let in', () => {
    const two = bodyWith(fields(), fields({ label: 'Client', email: 'client@example.org', apiKey: apiKey('c') }));
    expect(addTakenKey(two, 'account-0', apiKey('c'), 'key-new', TODAY)).toEqual({
      ok: false,
      error: 'key-of-other-account',
    });
  });

  it('is staged beside the one that signs in', () => {
    const after = account(good(addTakenKey(body, 'account-0', apiKey('b'), 'key-new', TODAY)));
    expect(after?.signInKeyId).toBe('key-0');
    expect(after?.keys.map(({ id, state }) => [id, state])).toEqual([
      ['key-0', 'active'],
      ['key-new', 'staged'],
    ]);
    expect(after?.keys[1]).toMatchObject({ purpose: 'sign-in', createdOn: '2026-11-22' });
  });

  it('signs in at once where there is no other', () => {
    const keyless = bodyWith(fields({ apiKey: null }));
    const after = account(good(addTakenKey(keyless, 'account-0', apiKey('b'), 'key-new', TODAY)));
    expect(after).toMatchObject({ signInKeyId: 'key-new', keys: [{ state: 'active' }] });
  });

  it('never signs in where it belongs to the signing product', () => {
    const keyless = bodyWith(fields({ apiKey: null }));
    const after = account(good(addTakenKey(keyless, 'account-0', apiKey('b', 'psk_live_'), 'key-new', TODAY)));
    expect(after).toMatchObject({ signInKeyId: null, keys: [{ state: 'active', purpose: 'integration' }] });
  });

  it('is not added a second time', () => {
    expect(addTakenKey(body, 'account-0', apiKey('a'), 'key-new', TODAY)).toMatchObject({ error: 'key-already-there' });
  });
});
