import { describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../shared/duration';
import { err, ok } from '../shared/result';
import { makeAccount, makeKey, NOW_MS } from './keys.testing';
import { checkGuard } from './rotation-guard';

const proven = makeKey({ id: 'other', provenAtMs: NOW_MS - 1 });
const byOther = { type: 'other-key', keyId: 'other' } as const;
const seen = (agoMs: number) => ({ type: 'dashboard', seenAtMs: NOW_MS - agoMs }) as const;

const guard = (evidence: Parameters<typeof checkGuard>[2]['evidence'], other = proven) =>
  checkGuard(makeAccount([makeKey(), other]), 'key', { issue: 'documented', evidence }, NOW_MS);

describe('the guard of a rotation', () => {
  it('lets nobody through who is signed out and has no other key', () => {
    expect(guard(null)).toEqual(err('guard-signed-out'));
  });

  it('takes an open dashboard for five minutes after it was seen', () => {
    expect(guard(seen(0)).ok).toBe(true);
    expect(guard(seen(5 * MINUTE_MS)).ok).toBe(true);
    expect(guard(seen(5 * MINUTE_MS + 1))).toEqual(err('guard-signed-out'));
  });

  it('takes no dashboard that was seen in a time to come, as after a clock was set back', () => {
    expect(guard(seen(-1))).toEqual(err('guard-signed-out'));
  });

  it('takes another key that has signed in', () => {
    expect(guard(byOther)).toEqual(ok(byOther));
    expect(guard(byOther, { ...proven, provenAtMs: NOW_MS - 30 * DAY_MS })).toEqual(ok(byOther));
  });

  it.each([
    ['has never signed in', { provenAtMs: null }],
    ['signed in more than thirty days ago', { provenAtMs: NOW_MS - 30 * DAY_MS - 1 }],
    ['signed in at a time to come', { provenAtMs: NOW_MS + 1 }],
    ['belongs to an integration', { purpose: 'integration' }],
    ['is staged', { state: 'staged' }],
    ['is revoked', { state: 'revoked' }],
    ['others may have', { compromisedAtMs: 1 }],
    ['the site has refused since', { refusedAtMs: NOW_MS }],
    ['the site has refused since, by a clock that was set back', { refusedAtMs: 1 }],
  ] as const)('takes no other key that %s', (_, changes) => {
    expect(guard(byOther, { ...proven, ...changes })).toEqual(err('guard-key-unproven'));
  });

  it('takes neither the key itself nor one that is not there', () => {
    const self = makeAccount([makeKey({ provenAtMs: NOW_MS })]);
    for (const keyId of ['key', 'nobody']) {
      const guarded = { issue: 'documented', evidence: { type: 'other-key', keyId } } as const;
      expect(checkGuard(self, 'key', guarded, NOW_MS)).toEqual(err('guard-key-unproven'));
    }
  });

  it('takes no key at all where a new key means a new authenticator, and says so', () => {
    const account = makeAccount([makeKey(), proven]);
    expect(checkGuard(account, 'key', { issue: 'operator', evidence: byOther }, NOW_MS)).toEqual(
      err('guard-new-authenticator'),
    );
    expect(checkGuard(account, 'key', { issue: 'operator', evidence: seen(0) }, NOW_MS).ok).toBe(true);
  });
});
