// What is taken from the site's own pages, put into the vault. Invariants: nothing is overwritten, an earlier authenticator
// stays behind the new one; a backup code is marked as used before it leaves. A passkey-held account is opened first (held.ts).
import type { ParsedApiKey } from '../model/api-key';
import type { Authenticator } from '../model/authenticator';
import type { Key } from '../model/key';
import { makeKey } from '../model/key';
import type { LocalDate } from '../shared/local-date';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { AccountFailure, ChangedElsewhere, DuplicateEmail } from './accounts';
import { addAccount, changeAccount, editAccount, findAccount, findSameEmail } from './accounts';
import type { VaultBody } from './body';
import { findKeyOwner } from './keys';

/**
 * `key-already-there`: the account has this key. `key-of-other-account`: another one has it. `backup-codes-none`: no unused
 * backup code is kept.
 */
export type EnrolFailure = AccountFailure | 'key-already-there' | 'key-of-other-account' | 'backup-codes-none';

/** Gives an account a new authenticator, whose backup codes are awaited from `nowMs` on. */
export function enrolAuthenticator(
  body: VaultBody,
  accountId: string,
  authenticator: Authenticator,
  today: LocalDate,
  nowMs: number,
): Result<VaultBody, AccountFailure | ChangedElsewhere> {
  const account = findAccount(body, accountId);
  if (account === null) return err('account-missing');
  const { label, email, revision: baseRevision } = account;
  const fields = { label, email, apiKey: null, authenticator, createdOn: today };
  const edited = editAccount(body, accountId, { baseRevision, changed: ['authenticator'], fields }, '');
  return edited.ok ? awaitBackupCodes(edited.value, accountId, nowMs) : edited;
}

/** Adds an account for a new authenticator, named and addressed as the authenticator is. */
export function addEnrolledAccount(
  body: VaultBody,
  accountId: string,
  authenticator: Authenticator,
  today: LocalDate,
  nowMs: number,
): Result<VaultBody, AccountFailure | DuplicateEmail> {
  const email = authenticator.account;
  const same = findSameEmail(body, email, null);
  if (same !== null) return err({ code: 'email-duplicate', label: same.label });
  const fields = { label: email, email, apiKey: null, authenticator, createdOn: today };
  return awaitBackupCodes(addAccount(body, fields, { account: accountId, key: '' }), accountId, nowMs);
}

function awaitBackupCodes(body: VaultBody, accountId: string, nowMs: number): Result<VaultBody, AccountFailure> {
  const account = findAccount(body, accountId);
  if (account === null) return err('account-missing');
  return ok(changeAccount(body, { ...account, authenticatorDeadAtMs: null, backupCodesAwaitedAtMs: nowMs }));
}

/**
 * Keeps the backup codes that the site shows once the new authenticator has signed in. Those from before are dead by then,
 * and so are earlier authenticators.
 */
export function keepBackupCodes(
  body: VaultBody,
  accountId: string,
  codes: readonly string[],
): Result<VaultBody, AccountFailure> {
  const account = findAccount(body, accountId);
  if (account === null) return err('account-missing');
  if (account.seal !== null) return err('held-touch-needed');
  const backupCodes = codes.map(code => ({ code, used: false }));
  return ok(changeAccount(body, { ...account, backupCodes, backupCodesAwaitedAtMs: null, earlierAuthenticators: [] }));
}

/** Ends the waiting for backup codes: the person has them elsewhere. */
export function leaveBackupCodes(body: VaultBody, accountId: string): Result<VaultBody, AccountFailure> {
  const account = findAccount(body, accountId);
  if (account === null) return err('account-missing');
  return ok(changeAccount(body, { ...account, backupCodesAwaitedAtMs: null }));
}

/** Marks the first unused backup code as used, and hands it to `onTaken` with the number of those left. */
export function takeBackupCode(
  body: VaultBody,
  accountId: string,
  onTaken: (code: string, left: number) => void,
): Result<VaultBody, EnrolFailure> {
  const account = findAccount(body, accountId);
  if (account === null) return err('account-missing');
  if (account.seal !== null) return err('held-touch-needed');
  const first = account.backupCodes.findIndex(({ used }) => !used);
  const taken = account.backupCodes[first];
  if (taken === undefined) return err('backup-codes-none');
  const backupCodes = account.backupCodes.map((kept, index) => (index === first ? { ...kept, used: true } : kept));
  onTaken(taken.code, backupCodes.filter(({ used }) => !used).length);
  return ok(changeAccount(body, { ...account, backupCodes }));
}

/** Whether an account has a key that works, or did until now: a further one is `staged` beside it. */
export function hasLiveKey(keys: readonly Key[]): boolean {
  return keys.some(({ state }) => state !== 'revoked');
}

/**
 * Adds a key that the site shows. Beside another key it is staged until it is proved; the first one of an account signs
 * in at once, since there is nothing that it could put out of action.
 */
export function addTakenKey(
  body: VaultBody,
  accountId: string,
  { key, kind }: Pick<ParsedApiKey, 'key' | 'kind'>,
  keyId: string,
  today: LocalDate,
): Result<VaultBody, EnrolFailure> {
  const account = findAccount(body, accountId);
  if (account === null) return err('account-missing');
  // Another account's key would pass every check, and its own account would be the one that is let in.
  const owner = findKeyOwner(body, key);
  if (owner !== null) return err(owner.id === accountId ? 'key-already-there' : 'key-of-other-account');
  const isFirst = !hasLiveKey(account.keys);
  const made = makeKey(keyId, { key, kind }, today, isFirst ? 'active' : 'staged');
  const signInKeyId = isFirst && made.purpose === 'sign-in' ? made.id : account.signInKeyId;
  return ok(changeAccount(body, { ...account, keys: [...account.keys, made], signInKeyId }));
}
