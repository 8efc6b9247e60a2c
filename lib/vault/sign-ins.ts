// What a sign-in leaves in the vault, as pure functions from body to body.
import type { Account } from '../model/account';
import { changeKey } from '../model/account';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { changeAccount, findAccount } from './accounts';
import type { VaultBody } from './body';
import { changeFound } from './keys';

/** `account-missing`: no such account, or removed. */
type Change = Result<VaultBody, 'account-missing'>;

function changeOne(body: VaultBody, accountId: string, change: (account: Account) => Account): Change {
  return changeFound(body, accountId, account => ok(change(account)));
}

/** What holds of an account whose present authenticator has signed in. */
const PROVED: Pick<Account, 'authenticatorDeadAtMs' | 'earlierAuthenticators'> = {
  authenticatorDeadAtMs: null,
  earlierAuthenticators: [],
};

/** A sign-in: when, and which key went in; null where the page asked for none. */
export type Entered = { readonly atMs: number; readonly keyId: string | null };

/** One that has succeeded, by a code of the authenticator of this revision; null where that is not known. */
export type SignedIn = Entered & { readonly authenticatorRevision: number | null };

/**
 * Remembers a sign-in that has succeeded. The authenticator whose code went in has proved itself, if the account still has
 * it: it is not dead, and those before it go. One that was set up meanwhile is not proved by the one before. Those under a
 * passkey's seal stay, since nobody can look at them here.
 */
export function recordSignedIn(body: VaultBody, accountId: string, signedIn: SignedIn): Change {
  const { atMs, keyId, authenticatorRevision } = signedIn;
  return changeOne(body, accountId, account => ({
    ...changeKey(account, keyId, { lastUsedAtMs: atMs, refusedAtMs: null }),
    lastSignIn: { atMs, askedForKey: keyId !== null },
    ...(account.fieldRevisions.authenticator === authenticatorRevision && PROVED),
  }));
}

/**
 * Remembers what a page was filled with whose last button is the person's to press: the next one that asks for more is asked
 * about. Whether it led in nobody knows, so it proves neither key nor authenticator.
 */
export function recordFilled(body: VaultBody, accountId: string, { atMs, keyId }: Entered): Change {
  return changeOne(body, accountId, account => ({ ...account, lastSignIn: { atMs, askedForKey: keyId !== null } }));
}

/** Remembers that the site refused a key in a way that lays it at this one. */
export function recordKeyRefused(body: VaultBody, accountId: string, keyId: string | null, atMs: number): Change {
  return changeOne(body, accountId, account => changeKey(account, keyId, { refusedAtMs: atMs }));
}

/** Marks an authenticator as one that the site no longer knows, by the person's word; null takes that back. */
export function markAuthenticatorDead(body: VaultBody, accountId: string, atMs: number | null): Change {
  return changeOne(body, accountId, account => ({ ...account, authenticatorDeadAtMs: atMs }));
}

/**
 * Corrects an authenticator that was saved as SHA1 to the SHA256 that the site wants; the one before stays until this one
 * has signed in. `held-touch-needed`: a passkey holds it.
 */
export function correctAlgorithm(
  body: VaultBody,
  accountId: string,
): Result<VaultBody, 'account-missing' | 'held-touch-needed'> {
  const account = findAccount(body, accountId);
  if (account === null) return err('account-missing');
  if (account.seal !== null) return err('held-touch-needed');
  const { authenticator, earlierAuthenticators, fieldRevisions, revision } = account;
  if (authenticator?.algorithm !== 'SHA1') return ok(body);
  return ok(
    changeAccount(body, {
      ...account,
      authenticator: { ...authenticator, algorithm: 'SHA256' },
      earlierAuthenticators: [authenticator, ...earlierAuthenticators],
      fieldRevisions: { ...fieldRevisions, authenticator: revision + 1 },
    }),
  );
}
