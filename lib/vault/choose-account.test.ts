import { describe, expect, it } from 'vitest';
import { changeAccount, removeAccount } from './accounts';
import { accountAt, apiKey, bodyWith, fields } from './accounts.testing';
import type { VaultBody } from './body';
import { emptyBody } from './body';
import { chooseAccount, findOnlyChoice, setDefaultAccount } from './choose-account';
import { NOON_MS } from './vault.testing';

const two = bodyWith(fields(), fields({ label: 'Home', email: 'bob@example.com', apiKey: apiKey('b') }));
const one = bodyWith(fields());

function withDefault(body: VaultBody, id: string | null): VaultBody {
  const set = setDefaultAccount(body, id);
  if (!set.ok) throw new Error(set.error);
  return set.value;
}

function signedIn(body: VaultBody, index: number, atMs: number): VaultBody {
  return changeAccount(body, { ...accountAt(body, index), lastSignIn: { atMs, askedForKey: true } });
}

describe('the account that a sign-in is for', () => {
  it.each([
    ['the one asked for', two, 'account-1', 'account-0', 'account-1'],
    ['the one asked for before the default', withDefault(two, 'account-0'), 'account-1', null, 'account-1'],
    ['none where the one asked for is gone', two, 'nobody', 'account-0', undefined],
    ['the default before the one used last', withDefault(two, 'account-0'), null, 'account-1', 'account-0'],
    ['else the one used last', two, null, 'account-1', 'account-1'],
    ['that before an earlier success', signedIn(two, 0, 5), null, 'account-1', 'account-1'],
    ['else the one that signed in last', signedIn(signedIn(two, 0, 5), 1, 7), null, null, 'account-1'],
    ['else the first', two, null, null, 'account-0'],
    ['the first where the one used last is gone', two, null, 'nobody', 'account-0'],
  ])('is %s', (_, body, askedFor, lastUsed, expected) => {
    expect(chooseAccount(body, askedFor, lastUsed)?.id).toBe(expected);
  });

  it('is none in an empty vault', () => {
    expect(chooseAccount(emptyBody(NOON_MS), null, null)).toBeNull();
  });

  it('is another one once the default is removed', () => {
    const removed = removeAccount(withDefault(two, 'account-1'), 'account-1', NOON_MS);
    if (!removed.ok) throw new Error(removed.error);
    expect(chooseAccount(removed.value, null, null)?.id).toBe('account-0');
  });
});

describe('the account that needs no choosing', () => {
  it.each([
    ['the only one', one, 'account-0'],
    ['the default of several', withDefault(two, 'account-1'), 'account-1'],
    ['none of several without a default, whichever was used', signedIn(two, 1, 5), undefined],
    ['none in an empty vault', emptyBody(NOON_MS), undefined],
  ])('is %s', (_, body, expected) => {
    expect(findOnlyChoice(body)?.id).toBe(expected);
  });
});

describe('the default account', () => {
  it('can be none again', () => {
    expect(withDefault(withDefault(two, 'account-1'), null).defaultAccountId).toBeNull();
  });

  it('is none that is not there', () => {
    expect(setDefaultAccount(two, 'nobody')).toEqual({ ok: false, error: 'account-missing' });
  });
});
