// Which account a sign-in is for, where the person has named none.
import type { Account } from '../model/account';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { findAccount, listAccounts } from './accounts';
import type { VaultBody } from './body';

function findDefault(body: VaultBody): Account | null {
  return body.defaultAccountId === null ? null : findAccount(body, body.defaultAccountId);
}

function findLastSignedIn(body: VaultBody): Account | null {
  const signedIn = listAccounts(body).filter(({ lastSignIn }) => lastSignIn !== null);
  return signedIn.sort((a, b) => (b.lastSignIn?.atMs ?? 0) - (a.lastSignIn?.atMs ?? 0))[0] ?? null;
}

/**
 * The account that a sign-in is for: the one asked for, else the one that signs in by default, else the one last used, else
 * the first; null where there is none. `lastUsed` is the account of the last sign-in since the browser started, however it
 * ended; before one, the last that succeeded counts.
 */
export function chooseAccount(body: VaultBody, askedFor: string | null, lastUsed: string | null): Account | null {
  if (askedFor !== null) return findAccount(body, askedFor);
  const used = lastUsed === null ? null : findAccount(body, lastUsed);
  return findDefault(body) ?? used ?? findLastSignedIn(body) ?? listAccounts(body)[0] ?? null;
}

/** The one account that there is, or the one that the person made the default; null where there is a choice left. */
export function findOnlyChoice(body: VaultBody): Account | null {
  const [first, ...others] = listAccounts(body);
  return findDefault(body) ?? (others.length === 0 ? (first ?? null) : null);
}

/** Has an account sign in where none is asked for; null: the one last used. */
export function setDefaultAccount(body: VaultBody, id: string | null): Result<VaultBody, 'account-missing'> {
  if (id !== null && findAccount(body, id) === null) return err('account-missing');
  return ok({ ...body, defaultAccountId: id });
}
