import { beforeEach, expect, it } from 'vitest';
import type { SiteAccount } from './accounts';
import { addKey, createAccount, revokeKey } from './accounts';
import { decodeBase32 } from './base32';
import { checkCredentials } from './check-credentials';
import { generateKey } from './credentials';
import { computeCode, stepAt } from './totp';

const NOW_MS = 1_700_000_010_000;

let account: SiteAccount;
beforeEach(() => {
  account = createAccount({}, '');
});

const readKey = () => account.keys[0]?.value ?? '';
const makeCode = (step = stepAt(NOW_MS), algorithm: 'sha1' | 'sha256' = 'sha256') =>
  computeCode(decodeBase32(account.secret ?? ''), step, algorithm);
const check = (given: { key?: string | null; code?: string }, nowMs = NOW_MS) =>
  checkCredentials(account, { email: account.email, key: readKey(), code: makeCode(), ...given }, nowMs);

it('accepts key and code together, once', () => {
  expect(check({})).toEqual({ step: stepAt(NOW_MS), algorithm: 'sha256' });
  expect(check({})).toBeUndefined();
});

it('burns the step, not the code: the SHA-1 twin is gone, the neighbour still works', () => {
  check({});
  expect(check({ code: makeCode(stepAt(NOW_MS), 'sha1') })).toBeUndefined();
  expect(check({ code: makeCode(stepAt(NOW_MS) - 1) })).toBeDefined();
});

it('keeps a step burnt for ninety seconds by the clock it is given', () => {
  account.usedSteps.burn(7, NOW_MS);
  expect(account.usedSteps.isBurnt(7, NOW_MS + 89_999)).toBe(true);
  expect(account.usedSteps.isBurnt(7, NOW_MS + 90_000)).toBe(false);
});

it('burns nothing when the key is wrong', () => {
  expect(check({ key: generateKey('') })).toBeUndefined();
  expect(check({})).toBeDefined();
});

it('refuses without an authenticator, and an unknown person', () => {
  account.secret = undefined;
  expect(check({ code: '000000' })).toBeUndefined();
  expect(checkCredentials(undefined, { email: 'x', key: null, code: '000000' }, NOW_MS)).toBeUndefined();
});

it('refuses a revoked key and accepts the one beside it', () => {
  const spare = addKey(account, 'Spare', generateKey('pgp_')).value;
  revokeKey(account, account.keys[0]?.id ?? '');
  expect(check({})).toBeUndefined();
  expect(check({ key: spare })).toBeDefined();
});

it('locks an account without a live key, on layouts without a key field too', () => {
  revokeKey(account, account.keys[0]?.id ?? '');
  expect(check({ key: null })).toBeUndefined();
});
