import { describe, expect, it } from 'vitest';
import { signInKeyOf } from '../model/account';
import { HOUR_MS } from '../shared/duration';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { AccountField } from './accounts';
import {
  addAccount,
  editAccount,
  findAccount,
  findSameEmail,
  listAccounts,
  purgeRemoved,
  REMOVED_KEPT_MS,
  removeAccount,
  restoreAccount,
  shownKeyOf,
} from './accounts';
import { accountAt, apiKey, authenticator, bodyWith, date, fields } from './accounts.testing';
import type { VaultBody } from './body';
import { decodeBody, emptyBody, encodeBody } from './body';
import { NOON_MS } from './vault.testing';

const two = bodyWith(fields(), fields({ label: 'Home', email: 'bob@example.com', apiKey: apiKey('b') }));

function done(result: Result<VaultBody, unknown>): VaultBody {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** What a form does that was opened at a revision: it changes what is named and leaves the rest empty. */
function edit(body: VaultBody, changes: Partial<ReturnType<typeof fields>>, baseRevision = 1) {
  const changed = Object.keys(changes) as AccountField[];
  const form = fields({ label: '', email: '', apiKey: null, authenticator: null, ...changes });
  return editAccount(body, 'account-0', { baseRevision, changed, fields: form }, 'new-key');
}

describe('adding an account', () => {
  it('puts it behind the others, at revision 1, with its key as the one that signs in', () => {
    const account = accountAt(two, 1);
    expect(account).toMatchObject({
      id: 'account-1',
      revision: 1,
      label: 'Home',
      signInKeyId: 'key-1',
      removedAtMs: null,
    });
    expect(account.keys).toMatchObject([{ id: 'key-1', purpose: 'sign-in', state: 'active', createdOn: '2026-10-01' }]);
  });

  it('keeps a signing key, and never signs in with it', () => {
    const body = bodyWith(fields({ apiKey: apiKey('c', 'psk_live_') }));
    const account = accountAt(body, 0);
    expect(account.keys).toMatchObject([{ purpose: 'integration' }]);
    expect(signInKeyOf(account)).toBeNull();
    expect(shownKeyOf(account)?.id).toBe('key-0');
  });

  it('does without key and authenticator', () => {
    const account = accountAt(bodyWith(fields({ apiKey: null, authenticator: null })), 0);
    expect(account).toMatchObject({ keys: [], signInKeyId: null, authenticator: null });
    expect(shownKeyOf(account)).toBeNull();
  });

  it('leaves the body that it was given alone', () => {
    const empty = emptyBody(NOON_MS);
    addAccount(empty, fields(), { account: 'a', key: 'k' });
    expect(empty.accounts).toEqual([]);
  });

  it('makes what can be sealed and opened again', () => {
    expect(decodeBody(encodeBody(two))).toEqual(ok(two));
  });
});

describe('editing an account', () => {
  it('changes its fields, raises its revision and touches no other account', () => {
    const edited = done(edit(two, { label: 'Office', email: 'a@example.com', createdOn: date('2026-11-01') }));
    expect(accountAt(edited, 0)).toMatchObject({ label: 'Office', email: 'a@example.com', revision: 2 });
    expect(accountAt(edited, 0).keys).toMatchObject([{ id: 'key-0', createdOn: '2026-11-01' }]);
    expect(accountAt(edited, 1)).toBe(accountAt(two, 1));
  });

  it('keeps key and authenticator where the form leaves them empty', () => {
    const account = accountAt(done(edit(two, {})), 0);
    expect(signInKeyOf(account)?.secret.equals(apiKey('a').key)).toBe(true);
    expect(account.authenticator?.secret.equals(authenticator().secret)).toBe(true);
    expect(account.earlierAuthenticators).toEqual([]);
  });

  it('puts a new key in the place of the one that was shown, under an id of its own', () => {
    const account = accountAt(done(edit(two, { apiKey: apiKey('d') })), 0);
    expect(account.keys.map(key => key.id)).toEqual(['new-key']);
    expect(signInKeyOf(account)?.secret.equals(apiKey('d').key)).toBe(true);
  });

  it('puts a key of the signing product beside the one that signs in, which goes on signing in', () => {
    const signing = { key: apiKey('e').key, kind: 'signing' } as const;
    const account = accountAt(done(edit(two, { apiKey: signing })), 0);
    expect(account.keys).toHaveLength(2);
    expect(signInKeyOf(account)?.secret.equals(apiKey('a').key)).toBe(true);
  });

  it('takes an authenticator that was pasted once more for the same one', () => {
    const account = accountAt(done(edit(two, { authenticator: authenticator('GEZDGNBVGY3TQOJQ') })), 0);
    expect(account.earlierAuthenticators).toEqual([]);
  });

  it('keeps an authenticator that was replaced behind the new one, since it may still be the one that works', () => {
    const account = accountAt(done(edit(two, { authenticator: authenticator('MFRGGZDFMZTWQ2LK') })), 0);
    expect(account.authenticator?.secret.reveal()).toBe('MFRGGZDFMZTWQ2LK');
    expect(account.earlierAuthenticators.map(({ secret }) => secret.reveal())).toEqual(['GEZDGNBVGY3TQOJQ']);
  });

  it('is refused for an account that is not there or was removed', () => {
    const nothing = { baseRevision: 1, changed: [], fields: fields() };
    expect(editAccount(two, 'nobody', nothing, 'k')).toEqual(err('account-missing'));
    expect(edit(done(removeAccount(two, 'account-0', NOON_MS)), {}, 2)).toEqual(err('account-missing'));
  });
});

describe('a rotation under way', () => {
  const rotation = {
    oldKeyId: 'key-0',
    newKeyId: null,
    issue: 'documented',
    guard: { type: 'dashboard', seenAtMs: 1 },
    startedAtMs: 1,
    isTrying: false,
    authenticatorSetAtMs: null,
  } as const;
  const now = bodyWith(fields());
  const rotating = { ...now, accounts: now.accounts.map(account => ({ ...account, rotation })) };
  const edit = (changed: readonly AccountField[]) =>
    editAccount(
      rotating,
      'account-0',
      { baseRevision: 1, changed, fields: fields({ apiKey: apiKey('b') }) },
      'key-new',
    );

  it('keeps its key, whatever is typed into the account’s form', () => {
    expect(edit(['apiKey'])).toEqual(err('key-rotating'));
    expect(edit(['label']).ok).toBe(true);
  });
});

describe('two windows that edit one account', () => {
  const date2 = date('2026-11-02');
  const others: readonly (readonly [AccountField, Partial<ReturnType<typeof fields>>])[] = [
    ['label', { label: 'Other' }],
    ['email', { email: 'other@example.com' }],
    ['apiKey', { apiKey: apiKey('e') }],
    ['authenticator', { authenticator: authenticator('MFRGGZDFMZTWQ2LK') }],
    ['createdOn', { createdOn: date2 }],
  ];
  // A key that is typed brings a date of its own, so nobody's date is left to win after it.
  const isDateBeforeKey = (first: AccountField, second: AccountField) => first === 'createdOn' && second === 'apiKey';
  const pairs = others.flatMap(first =>
    others
      .filter(second => second !== first && !isDateBeforeKey(first[0], second[0]))
      .map(second => ({ first, second })),
  );

  it.each(pairs)('both win: $first.0 there, then $second.0 here', ({ first, second }) => {
    const both = accountAt(done(edit(done(edit(two, first[1])), second[1])), 0);
    const form = fields({ ...first[1], ...second[1] });
    expect(both).toMatchObject({ label: form.label, email: form.email, revision: 3 });
    expect(both.keys).toMatchObject([{ createdOn: form.createdOn }]);
    expect(signInKeyOf(both)?.secret.equals(form.apiKey?.key ?? apiKey('f').key)).toBe(true);
    expect(both.authenticator?.secret.reveal()).toBe(form.authenticator?.secret.reveal());
    expect(both.fieldRevisions).toMatchObject({ [first[0]]: 2, [second[0]]: 3 });
  });

  it.each(others)('are told where both changed the %s, and nothing is written over', (field, change) => {
    const once = done(edit(two, change));
    expect(edit(once, change)).toEqual(err({ code: 'changed-elsewhere', fields: [field] }));
  });

  it('are told of those fields only which both changed', () => {
    const changed = done(edit(two, { label: 'Other', email: 'other@example.com' }));
    const refused = edit(changed, { label: 'Mine', email: 'mine@example.com', createdOn: date2 });
    expect(refused).toEqual(err({ code: 'changed-elsewhere', fields: ['label', 'email'] }));
  });

  it('can put one in the place of the other once that was seen', () => {
    const changed = done(edit(two, { label: 'first' }));
    expect(accountAt(done(edit(changed, { label: 'second' }, 2)), 0)).toMatchObject({ label: 'second', revision: 3 });
  });

  it('are not in the way of a window that removes and restores it', () => {
    const restored = done(restoreAccount(done(removeAccount(two, 'account-0', NOON_MS)), 'account-0'));
    expect(edit(restored, { label: 'Mine' }).ok).toBe(true);
  });
});

describe('an address', () => {
  it.each(['alice@example.com', 'ALICE@Example.COM'])('%s is found with another account', email => {
    expect(findSameEmail(two, email, null)?.id).toBe('account-0');
    expect(findSameEmail(two, email, 'account-1')?.id).toBe('account-0');
  });

  it('is not found with the account that is being edited, nor with a removed one', () => {
    expect(findSameEmail(two, 'alice@example.com', 'account-0')).toBeNull();
    expect(findSameEmail(done(removeAccount(two, 'account-0', NOON_MS)), 'alice@example.com', null)).toBeNull();
  });
});

describe('removing an account', () => {
  const removed = done(removeAccount(two, 'account-0', NOON_MS));

  it('takes it out of the list, and keeps it for an undo', () => {
    expect(listAccounts(removed).map(account => account.id)).toEqual(['account-1']);
    expect(findAccount(removed, 'account-0')).toBeNull();
    expect(removed.accounts).toHaveLength(2);
  });

  it('can be undone, and the account is whole again at a revision of its own', () => {
    const restored = done(restoreAccount(removed, 'account-0'));
    expect(accountAt(restored, 0)).toEqual({ ...accountAt(two, 0), revision: 3 });
  });

  it('cannot be undone while another account has the address, which is named', () => {
    const again = addAccount(removed, fields({ label: 'New' }), { account: 'account-2', key: 'key-2' });
    expect(restoreAccount(again, 'account-0')).toEqual(err({ code: 'email-duplicate', label: 'New' }));
  });

  it('cannot be undone while another account has a key of it, which is named', () => {
    const other = fields({ label: 'New', email: 'new@example.com' });
    const taken = addAccount(removed, other, { account: 'account-2', key: 'key-2' });
    expect(restoreAccount(taken, 'account-0')).toEqual(err({ code: 'key-given-away', label: 'New' }));
  });

  it('is refused twice, and an undo is refused where nothing was removed', () => {
    expect(removeAccount(removed, 'account-0', NOON_MS)).toEqual(err('account-missing'));
    expect(restoreAccount(two, 'account-0')).toEqual(err('account-missing'));
    expect(restoreAccount(two, 'nobody')).toEqual(err('account-missing'));
  });

  it('is for good after a day: nothing of the account is in what is saved then', () => {
    expect(REMOVED_KEPT_MS).toBe(24 * HOUR_MS);
    expect(purgeRemoved(removed, NOON_MS + REMOVED_KEPT_MS - 1).accounts).toHaveLength(2);
    expect(purgeRemoved(removed, NOON_MS + REMOVED_KEPT_MS).accounts.map(account => account.id)).toEqual(['account-1']);
  });

  it('is not hurried by a clock that was set back', () => {
    expect(purgeRemoved(removed, NOON_MS - 365 * 24 * HOUR_MS).accounts).toHaveLength(2);
  });
});
