import { describe, expect, it } from 'vitest';
import type { Account } from '../model/account';
import { parseApiKey } from '../model/api-key';
import { err, ok } from '../shared/result';
import {
  addKey,
  countPlaces,
  editKey,
  maySignIn,
  removeKey,
  setCompromised,
  setKeyState,
  setSignInKey,
} from './inventory';
import { date, makeAccount, makeKey } from './keys.testing';

const signing = parseApiKey(`psk_live_${'b'.repeat(64)}`);
if (!signing.ok) throw new Error(signing.error.code);
const SIGNING = makeKey({ id: 'signing', secret: signing.value.key, purpose: 'integration' });
const CI = { id: 'ci', name: 'CI', where: 'secrets', owner: 'Ana', note: '', done: true };
const machine = makeKey({ id: 'machine', purpose: 'integration', integrations: [CI] });
const account = makeAccount([makeKey(), machine, SIGNING, makeKey({ id: 'second' })], { signInKeyId: 'key' });

const rotating: Account = {
  ...account,
  rotation: {
    oldKeyId: 'key',
    newKeyId: null,
    issue: 'documented',
    guard: { type: 'dashboard', seenAtMs: 0 },
    startedAtMs: 0,
    isTrying: false,
    authenticatorSetAtMs: null,
  },
};

describe('the key that signs in', () => {
  it('is none of an integration, of the signing product, or out of use', () => {
    expect(setSignInKey(account, 'second')).toMatchObject({ value: { signInKeyId: 'second' } });
    expect(setSignInKey(account, 'machine')).toEqual(err('key-cannot-sign-in'));
    expect(setSignInKey(account, 'signing')).toEqual(err('key-cannot-sign-in'));
    expect(maySignIn(makeKey({ state: 'revoked' }))).toBe(false);
    expect(maySignIn(makeKey({ state: 'staged' }))).toBe(false);
    expect(maySignIn({ ...SIGNING, purpose: 'sign-in' })).toBe(false);
  });

  it('is the first that comes in and may', () => {
    const empty = makeAccount([]);
    expect(addKey(empty, machine).signInKeyId).toBeNull();
    expect(addKey(addKey(empty, machine), makeKey()).signInKeyId).toBe('key');
    expect(addKey(account, makeKey({ id: 'third' })).signInKeyId).toBe('key');
  });

  it('is another one once it is revoked, or none where there is no other', () => {
    expect(setKeyState(account, 'key', 'revoked', 7)).toMatchObject({ value: { signInKeyId: 'second' } });
    const alone = makeAccount([makeKey()], { signInKeyId: 'key' });
    const revoked = setKeyState(alone, 'key', 'revoked', 7);
    expect(revoked).toMatchObject({ value: { signInKeyId: null, keys: [{ state: 'revoked', revokedAtMs: 7 }] } });
    const back = revoked.ok ? setKeyState(revoked.value, 'key', 'active', 8) : revoked;
    expect(back).toMatchObject({ value: { signInKeyId: 'key', keys: [{ state: 'active', revokedAtMs: null }] } });
  });

  it('cannot be given to an integration', () => {
    expect(editKey(account, 'key', { purpose: 'integration' })).toEqual(err('key-signs-in'));
    expect(editKey(account, 'signing', { purpose: 'sign-in' })).toEqual(err('key-cannot-sign-in'));
  });
});

describe('editing a key', () => {
  it('changes what was said and nothing else', () => {
    const edited = editKey(account, 'machine', { label: 'Build', createdOn: date('2026-02-02'), intervalDays: 30 });
    const [, key] = edited.ok ? edited.value.keys : [];
    expect(key).toEqual({ ...machine, label: 'Build', createdOn: '2026-02-02', intervalDays: 30 });
  });

  it('keeps the tick of an integration that stays', () => {
    const { done: _, ...said } = CI;
    const next = { ...said, id: 'relay', name: 'Relay' };
    const edited = editKey(account, 'machine', { integrations: [{ ...said, where: 'vault' }, next] });
    const [, key] = edited.ok ? edited.value.keys : [];
    expect(key?.integrations).toEqual([
      { ...CI, where: 'vault' },
      { ...next, done: false },
    ]);
  });
});

describe('a key in several places', () => {
  it('is counted in each: signing in is one of them', () => {
    expect(countPlaces(machine)).toBe(1);
    expect(countPlaces(makeKey({ integrations: [CI, { ...CI, id: 'relay' }] }))).toBe(3);
  });
});

describe('taking a key out of the vault', () => {
  it('is for one that is revoked or was never used', () => {
    expect(removeKey(account, 'machine')).toEqual(err('key-in-use'));
    const revoked = setKeyState(account, 'machine', 'revoked', 7);
    expect(revoked.ok && removeKey(revoked.value, 'machine').ok).toBe(true);
    expect(removeKey(makeAccount([makeKey({ state: 'staged' })]), 'key').ok).toBe(true);
  });

  it('is not for one that a rotation names, which is not revoked by hand either', () => {
    const staged = { ...rotating, keys: rotating.keys.map(key => ({ ...key, state: 'staged' as const })) };
    expect(removeKey(staged, 'key')).toEqual(err('key-rotating'));
    expect(setKeyState(rotating, 'key', 'revoked', 7)).toEqual(err('key-rotating'));
  });
});

describe('marking a key as compromised', () => {
  it('can be taken back', () => {
    const marked = setCompromised(account, 'key', true, 9);
    expect(marked.ok && marked.value.keys[0]).toMatchObject({ compromisedAtMs: 9 });
    expect(marked.ok && setCompromised(marked.value, 'key', false, 10)).toEqual(ok(account));
  });

  it('says where there is no such key', () => {
    expect(setCompromised(account, 'nobody', true, 9)).toEqual(err('key-missing'));
  });
});
