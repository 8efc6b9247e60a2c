// The keys of an account as their owner keeps them in order, as functions from the account to what it becomes. Invariants:
// the key that signs in is one that may; a key that is in use, or that a rotation names, is not thrown away.
import type { Account } from '../model/account';
import { changeKey, findKey } from '../model/account';
import { kindOfApiKey } from '../model/api-key';
import type { Integration, Key, OwnInterval } from '../model/key';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { rotationOf } from './rotation';

/**
 * - `key-missing`: the account has no such key.
 * - `key-cannot-sign-in`: it belongs to an integration or to the signing product, or is not in use.
 * - `key-signs-in`: it is the one that is filled, so it cannot be given to an integration.
 * - `key-in-use`: it is active; revoke it first.
 * - `key-rotating`: a rotation is under way with it; finish it or give it up first.
 */
export type InventoryFailure = 'key-missing' | 'key-cannot-sign-in' | 'key-signs-in' | 'key-in-use' | 'key-rotating';

/** What a person may say of a key. What is absent stays as it is. */
export type KeyChanges = Partial<
  Pick<Key, 'label' | 'note' | 'purpose' | 'createdOn'> &
    OwnInterval & { integrations: readonly Omit<Integration, 'done'>[] }
>;

/** Whether a key may be the one that a sign-in fills. */
export function maySignIn(key: Key): boolean {
  return key.purpose === 'sign-in' && key.state === 'active' && kindOfApiKey(key.secret) === 'dashboard';
}

/** In how many places a key is used: one key, one integration is the rule, since a shared one cannot be revoked alone. */
export function countPlaces({ purpose, integrations }: Key): number {
  return integrations.length + (purpose === 'sign-in' ? 1 : 0);
}

function isRotating(account: Account, keyId: string): boolean {
  const rotation = rotationOf(account);
  return rotation !== null && (rotation.oldKeyId === keyId || rotation.newKeyId === keyId);
}

/** Adds a key beside the others. The first that may sign in does. */
export function addKey(account: Account, key: Key): Account {
  const signInKeyId = account.signInKeyId ?? (maySignIn(key) ? key.id : null);
  return { ...account, keys: [...account.keys, key], signInKeyId };
}

/** Changes what a person says of a key. An integration that stays keeps its tick. */
export function editKey(account: Account, keyId: string, changes: KeyChanges): Result<Account, InventoryFailure> {
  const key = findKey(account, keyId);
  if (key === null) return err('key-missing');
  const { integrations, ...rest } = changes;
  if (changes.purpose === 'sign-in' && kindOfApiKey(key.secret) !== 'dashboard') return err('key-cannot-sign-in');
  if (changes.purpose === 'integration' && account.signInKeyId === keyId) return err('key-signs-in');
  if (changes.purpose !== undefined && changes.purpose !== key.purpose && isRotating(account, keyId)) {
    return err('key-rotating');
  }
  const isDone = (id: string) => key.integrations.some(one => one.id === id && one.done);
  const listed = integrations?.map(one => ({ ...one, done: isDone(one.id) })) ?? key.integrations;
  return ok(changeKey(account, keyId, { ...rest, integrations: listed }));
}

/** Takes a key out of the vault for good: one that is revoked, or that was never used. */
export function removeKey(account: Account, keyId: string): Result<Account, InventoryFailure> {
  const key = findKey(account, keyId);
  if (key === null) return err('key-missing');
  if (isRotating(account, keyId)) return err('key-rotating');
  if (key.state === 'active') return err('key-in-use');
  return ok({ ...account, keys: account.keys.filter(({ id }) => id !== keyId) });
}

/** Names the key that a sign-in fills. */
export function setSignInKey(account: Account, keyId: string): Result<Account, InventoryFailure> {
  const key = findKey(account, keyId);
  if (key === null) return err('key-missing');
  if (rotationOf(account)?.isTrying) return err('key-rotating');
  return maySignIn(key) ? ok({ ...account, signInKeyId: keyId }) : err('key-cannot-sign-in');
}

/**
 * Notes that a key is revoked on the site, or that it is in use after all. Where it was the one that signs in, another one
 * that may does.
 */
export function setKeyState(
  account: Account,
  keyId: string,
  state: 'active' | 'revoked',
  nowMs: number,
): Result<Account, InventoryFailure> {
  const key = findKey(account, keyId);
  if (key === null) return err('key-missing');
  if (isRotating(account, keyId)) return err('key-rotating');
  if (key.state === state) return ok(account);
  const revokedAtMs = state === 'revoked' ? nowMs : null;
  const changed = changeKey(account, keyId, { state, revokedAtMs });
  const present = findKey(changed, changed.signInKeyId);
  if (present?.state === 'active') return ok(changed);
  return ok({ ...changed, signInKeyId: changed.keys.find(maySignIn)?.id ?? null });
}

/**
 * Marks a key as one that others may have, or takes that back. While it is marked it cannot be put off; how often it was
 * stays counted.
 */
export function setCompromised(
  account: Account,
  keyId: string,
  isCompromised: boolean,
  nowMs: number,
): Result<Account, InventoryFailure> {
  if (findKey(account, keyId) === null) return err('key-missing');
  return ok(changeKey(account, keyId, { compromisedAtMs: isCompromised ? nowMs : null }));
}

/** Sets the interval of an account, for those of its keys that have none of their own. */
export function setAccountInterval(account: Account, interval: OwnInterval): Account {
  return { ...account, ...interval };
}
