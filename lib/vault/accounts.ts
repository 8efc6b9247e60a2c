// Changes to the accounts of a vault, as pure functions from body to body. The caller passes ids and times in.
import type { Account } from '../model/account';
import { signInKeyOf } from '../model/account';
import type { ApiKey, ApiKeyKind } from '../model/api-key';
import type { Authenticator } from '../model/authenticator';
import type { AccountDraft } from '../model/draft';
import { isSameEmail } from '../model/email';
import type { Key } from '../model/key';
import { makeKey } from '../model/key';
import { HOUR_MS } from '../shared/duration';
import type { LocalDate } from '../shared/local-date';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { VaultBody } from './body';

/** How long a removed account can be brought back before a save drops it for good. */
export const REMOVED_KEPT_MS = 24 * HOUR_MS;

/** What a form said, read. On an edit null keeps what is saved. */
export type AccountFields = {
  readonly label: string;
  readonly email: string;
  readonly apiKey: { readonly key: ApiKey; readonly kind: ApiKeyKind } | null;
  readonly authenticator: Authenticator | null;
  readonly createdOn: LocalDate;
};

/** The fields of a form, which two windows may change without getting in each other's way. */
export type AccountField = keyof AccountDraft;

/** Another window has changed these very fields since the form was opened. */
export type ChangedElsewhere = { readonly code: 'changed-elsewhere'; readonly fields: readonly AccountField[] };

/**
 * `account-missing`: no such account, or removed. `held-touch-needed`: its authenticator is held by a passkey, which has
 * to be touched first. `key-rotating`: a rotation is under way with the key that would go.
 */
export type AccountFailure = 'account-missing' | 'held-touch-needed' | 'key-rotating';

/** A key of the account was given to another one, named by its label: a key belongs in one account. */
export type KeyGivenAway = { readonly code: 'key-given-away'; readonly label: string };

/** The address belongs to another account, named by its label. */
export type DuplicateEmail = { readonly code: 'email-duplicate'; readonly label: string };

/** The accounts that were not removed. */
export function listAccounts(body: VaultBody): readonly Account[] {
  return body.accounts.filter(account => account.removedAtMs === null);
}

/** The account of an id, unless it is missing or removed. */
export function findAccount(body: VaultBody, id: string): Account | null {
  return listAccounts(body).find(account => account.id === id) ?? null;
}

/** Another account with the same address, or null: the site knows a person by it, so there may be one each. */
export function findSameEmail(body: VaultBody, email: string, exceptId: string | null): Account | null {
  return listAccounts(body).find(account => account.id !== exceptId && isSameEmail(account.email, email)) ?? null;
}

/** Adds an account. A key of the signing product is kept, and never becomes the one that signs in. */
export function addAccount(body: VaultBody, fields: AccountFields, ids: { account: string; key: string }): VaultBody {
  const key = fields.apiKey && makeKey(ids.key, fields.apiKey, fields.createdOn);
  const account: Account = {
    id: ids.account,
    revision: 1,
    fieldRevisions: { label: 1, email: 1, apiKey: 1, authenticator: 1, createdOn: 1 },
    label: fields.label,
    email: fields.email,
    keys: key === null ? [] : [key],
    signInKeyId: key?.purpose === 'sign-in' ? key.id : null,
    authenticator: fields.authenticator,
    earlierAuthenticators: [],
    backupCodes: [],
    seal: null,
    authenticatorDeadAtMs: null,
    backupCodesAwaitedAtMs: null,
    lastSignIn: null,
    intervalDays: null,
    neverDueBecause: null,
    rotation: null,
    notes: '',
    removedAtMs: null,
  };
  return { ...body, accounts: [...body.accounts, account] };
}

/** Puts a changed account in its place, at its next revision. */
export function changeAccount(body: VaultBody, changed: Account): VaultBody {
  const next = { ...changed, revision: changed.revision + 1 };
  return { ...body, accounts: body.accounts.map(account => (account.id === next.id ? next : account)) };
}

/** The key that a card shows and an edit changes: the one that signs in, else the first active one. */
export function shownKeyOf(account: Account): Key | null {
  return signInKeyOf(account) ?? account.keys.find(key => key.state === 'active') ?? null;
}

/** What a form changes: the fields that the person touched, as they were when the account stood at `baseRevision`. */
export type AccountEdit = {
  readonly baseRevision: number;
  readonly changed: readonly AccountField[];
  readonly fields: AccountFields;
};

/**
 * Changes the fields of an account that a form changed, and no others. An authenticator that is replaced stays behind the
 * new one until that has signed in.
 */
export function editAccount(
  body: VaultBody,
  id: string,
  { baseRevision, changed, fields }: AccountEdit,
  newKeyId: string,
): Result<VaultBody, AccountFailure | ChangedElsewhere> {
  const account = findAccount(body, id);
  if (account === null) return err('account-missing');
  const { authenticator: present, fieldRevisions } = account;
  const overtaken = changed.filter(field => fieldRevisions[field] > baseRevision);
  if (overtaken.length > 0) return err({ code: 'changed-elsewhere', fields: overtaken });
  if (replacesRotatedKey(account, changed, fields)) return err('key-rotating');
  const authenticator = changed.includes('authenticator') ? fields.authenticator : null;
  if (authenticator !== null && account.seal !== null) return err('held-touch-needed');
  const isReplaced = authenticator !== null && present !== null && !isSame(authenticator, present);
  const revisions = Object.fromEntries(changed.map(field => [field, account.revision + 1]));
  return ok(
    changeAccount(body, {
      ...account,
      ...editKeys(account, changed, fields, newKeyId),
      fieldRevisions: { ...fieldRevisions, ...revisions },
      label: changed.includes('label') ? fields.label : account.label,
      email: changed.includes('email') ? fields.email : account.email,
      authenticator: authenticator ?? present,
      earlierAuthenticators: [...(isReplaced ? [present] : []), ...account.earlierAuthenticators],
      // Another one has not been said to be dead.
      authenticatorDeadAtMs: authenticator === null ? account.authenticatorDeadAtMs : null,
    }),
  );
}

/** A key that a rotation names is not thrown away by a form: the rotation has a place for the next one. */
function replacesRotatedKey(account: Account, changed: readonly AccountField[], { apiKey }: AccountFields): boolean {
  const { rotation } = account;
  if (rotation === null || apiKey === null || !changed.includes('apiKey')) return false;
  const shown = shownKeyOf(account);
  return shown !== null && [rotation.oldKeyId, rotation.newKeyId].includes(shown.id);
}

function isSame(a: Authenticator, b: Authenticator): boolean {
  return (
    a.secret.equals(b.secret) &&
    a.algorithm === b.algorithm &&
    a.digits === b.digits &&
    a.periodSeconds === b.periodSeconds
  );
}

/** A key that was typed takes the place of the one on the card if it is for the same purpose; else it comes beside it. */
function editKeys(
  account: Account,
  changed: readonly AccountField[],
  { apiKey, createdOn }: AccountFields,
  newKeyId: string,
): Pick<Account, 'keys' | 'signInKeyId'> {
  const shown = shownKeyOf(account);
  if (!changed.includes('apiKey') || apiKey === null) {
    const isDated = (key: Key) => changed.includes('createdOn') && key.id === shown?.id;
    const redated = account.keys.map(key => (isDated(key) ? { ...key, createdOn } : key));
    return { keys: redated, signInKeyId: account.signInKeyId };
  }
  const typed = makeKey(newKeyId, apiKey, createdOn);
  const isReplaced = (key: Key) => key.id === shown?.id && key.purpose === typed.purpose;
  return {
    keys: [typed, ...account.keys.filter(key => !isReplaced(key))],
    signInKeyId: typed.purpose === 'sign-in' ? typed.id : account.signInKeyId,
  };
}

/** Takes an account out of sight; {@link restoreAccount} brings it back within a day. */
export function removeAccount(body: VaultBody, id: string, nowMs: number): Result<VaultBody, AccountFailure> {
  const account = findAccount(body, id);
  return account === null ? err('account-missing') : ok(changeAccount(body, { ...account, removedAtMs: nowMs }));
}

/** Whether the day within which a removed account can be brought back is over. */
function isGone({ removedAtMs }: Account, nowMs: number): boolean {
  return removedAtMs !== null && nowMs - removedAtMs >= REMOVED_KEPT_MS;
}

/** The accounts that were removed within the last day, and can be brought back. */
export function listRemoved(body: VaultBody, nowMs: number): readonly Account[] {
  return body.accounts.filter(account => account.removedAtMs !== null && !isGone(account, nowMs));
}

/** The body without the accounts whose day since their removal is over: what every save writes. */
export function purgeRemoved(body: VaultBody, nowMs: number): VaultBody {
  return { ...body, accounts: body.accounts.filter(account => !isGone(account, nowMs)) };
}

/** Brings a removed account back, unless its address or a key of it has been given to another one in the meantime. */
export function restoreAccount(
  body: VaultBody,
  id: string,
): Result<VaultBody, AccountFailure | DuplicateEmail | KeyGivenAway> {
  const account = body.accounts.find(other => other.id === id && other.removedAtMs !== null);
  if (account === undefined) return err('account-missing');
  const same = findSameEmail(body, account.email, id);
  if (same !== null) return err({ code: 'email-duplicate', label: same.label });
  const isIts = ({ secret }: Key) => account.keys.some(own => own.secret.equals(secret));
  const taker = listAccounts(body).find(({ keys }) => keys.some(isIts));
  if (taker !== undefined) return err({ code: 'key-given-away', label: taker.label });
  return ok(changeAccount(body, { ...account, removedAtMs: null }));
}
