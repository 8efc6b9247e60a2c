import { describe, expect, it } from 'vitest';
import { editAccount } from './accounts';
import { accountAt, authenticator, bodyWith, fields } from './accounts.testing';
import type { VaultBody } from './body';
import type { SignedIn } from './sign-ins';
import { correctAlgorithm, markAuthenticatorDead, recordFilled, recordKeyRefused, recordSignedIn } from './sign-ins';

const NOW = 1_800_000_000_000;
const NEXT = authenticator('NBSWY3DPEB3W64TMMQQHO33SNRSCC2LT');

function changed(result: { readonly ok: true; readonly value: VaultBody } | { readonly ok: false }): VaultBody {
  if (!result.ok) throw new Error('refused');
  return result.value;
}

function withNext(body: VaultBody): VaultBody {
  const edit = { baseRevision: 99, changed: ['authenticator'] as const, fields: fields({ authenticator: NEXT }) };
  return changed(editAccount(body, 'account-0', edit, 'unused'));
}

/** A sign-in by the authenticator that the account has in this body. */
const by = (body: VaultBody): SignedIn => {
  const { authenticator: authenticatorRevision } = accountAt(body, 0).fieldRevisions;
  return { atMs: NOW, keyId: null, authenticatorRevision };
};

describe('a sign-in that succeeded', () => {
  it('proves its authenticator: it is not dead, and those before it go', () => {
    const dead = changed(markAuthenticatorDead(withNext(bodyWith(fields())), 'account-0', NOW));
    expect(accountAt(dead, 0)).toMatchObject({ authenticatorDeadAtMs: NOW, earlierAuthenticators: [{}] });
    const proved = changed(recordSignedIn(dead, 'account-0', by(dead)));
    expect(accountAt(proved, 0)).toMatchObject({
      authenticatorDeadAtMs: null,
      earlierAuthenticators: [],
      lastSignIn: { atMs: NOW, askedForKey: false },
    });
    expect(accountAt(proved, 0).authenticator?.secret.equals(NEXT.secret)).toBe(true);
  });

  it('proves no authenticator that was set up while it was under way: both stay, and a dead one stays dead', () => {
    const before = bodyWith(fields());
    const meanwhile = changed(markAuthenticatorDead(withNext(before), 'account-0', NOW));
    for (const authenticatorRevision of [by(before).authenticatorRevision, null]) {
      const signedIn = changed(recordSignedIn(meanwhile, 'account-0', { ...by(before), authenticatorRevision }));
      expect(accountAt(signedIn, 0)).toMatchObject({
        authenticatorDeadAtMs: NOW,
        earlierAuthenticators: [accountAt(before, 0).authenticator],
        lastSignIn: { atMs: NOW },
      });
    }
  });

  it('clears the key that went in, and no other', () => {
    const body = bodyWith(fields(), fields({ email: 'bob@example.com' }));
    const refused = changed(recordKeyRefused(body, 'account-0', 'key-0', NOW));
    expect(accountAt(refused, 0).keys).toMatchObject([{ refusedAtMs: NOW }]);
    const used = changed(recordSignedIn(refused, 'account-0', { ...by(refused), atMs: NOW + 1, keyId: 'key-0' }));
    expect(accountAt(used, 0)).toMatchObject({
      keys: [{ refusedAtMs: null, lastUsedAtMs: NOW + 1 }],
      lastSignIn: { askedForKey: true },
    });
    expect(accountAt(used, 1)).toBe(accountAt(body, 1));
  });

  it('overtakes no form that is open on the account', () => {
    const body = bodyWith(fields());
    const used = changed(recordSignedIn(body, 'account-0', { ...by(body), keyId: 'key-0' }));
    const edit = { baseRevision: 1, changed: ['label'] as const, fields: fields({ label: 'Renamed' }) };
    expect(accountAt(changed(editAccount(used, 'account-0', edit, 'unused')), 0).label).toBe('Renamed');
  });
});

describe('a page that was filled in for the person to press', () => {
  it('is remembered by what it asked for, and proves neither key nor authenticator', () => {
    const dead = changed(markAuthenticatorDead(withNext(bodyWith(fields())), 'account-0', NOW));
    const refused = changed(recordKeyRefused(dead, 'account-0', 'key-0', NOW));
    const filled = changed(recordFilled(refused, 'account-0', { atMs: NOW + 1, keyId: 'key-0' }));
    expect(accountAt(filled, 0)).toEqual({
      ...accountAt(refused, 0),
      revision: accountAt(refused, 0).revision + 1,
      lastSignIn: { atMs: NOW + 1, askedForKey: true },
    });
  });
});

describe('an authenticator that was said to be dead', () => {
  it('is not any more once another one takes its place', () => {
    const dead = changed(markAuthenticatorDead(bodyWith(fields()), 'account-0', NOW));
    expect(accountAt(withNext(dead), 0).authenticatorDeadAtMs).toBeNull();
    expect(accountAt(changed(markAuthenticatorDead(dead, 'account-0', null)), 0).authenticatorDeadAtMs).toBeNull();
  });
});

describe('correcting the algorithm', () => {
  const sha1 = { ...authenticator(), algorithm: 'SHA1' } as const;

  it('makes one of SHA256 of it, and keeps the one before until that has signed in', () => {
    const corrected = changed(correctAlgorithm(bodyWith(fields({ authenticator: sha1 })), 'account-0'));
    expect(accountAt(corrected, 0)).toMatchObject({
      authenticator: { algorithm: 'SHA256' },
      earlierAuthenticators: [{ algorithm: 'SHA1' }],
      fieldRevisions: { authenticator: 2 },
    });
  });

  it('leaves one of SHA256 as it is', () => {
    const body = bodyWith(fields());
    expect(changed(correctAlgorithm(body, 'account-0'))).toBe(body);
  });
});

it('an account that is gone is missing', () => {
  expect(recordSignedIn(bodyWith(), 'account-0', { atMs: NOW, keyId: null, authenticatorRevision: 1 })).toEqual({
    ok: false,
    error: 'account-missing',
  });
});
