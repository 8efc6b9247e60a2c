// Whose the key is that a page of the site shows, as far as the page says who is signed in to it.
import type { Failure } from '../../lib/messages/failures';
import { failure } from '../../lib/messages/failures';
import type { Account } from '../../lib/model/account';
import { isSameEmail } from '../../lib/model/email';
import type { Result } from '../../lib/shared/result';
import { err, ok } from '../../lib/shared/result';
import type { ShownPerson } from '../../lib/signin/dashboard-page';
import { findSignedInPerson } from '../../lib/signin/dashboard-page';
import { findSameEmail, listAccounts } from '../../lib/vault/accounts';
import type { VaultBody } from '../../lib/vault/body';
import { withBody } from './with-body';

/** The address of whoever is signed in, and their account; each null where it is not known. */
export type PageOwner = { readonly signedInAs: string | null; readonly accountId: string | null };

/** Whose page it is among those that it names. */
export function findPageOwner(body: VaultBody, persons: readonly ShownPerson[]): PageOwner {
  const known = listAccounts(body).map(({ email }) => email);
  const signedInAs = findSignedInPerson(persons, known);
  return { signedInAs, accountId: (signedInAs && findSameEmail(body, signedInAs, null)?.id) ?? null };
}

/** Refuses a key of a page that is somebody else's than the account's person; one that does not say whose it is passes. */
export function requireOwnPage(
  persons: readonly ShownPerson[],
  { email }: Account,
): Promise<Result<null, readonly Failure[]>> {
  return withBody(body => {
    const { signedInAs } = findPageOwner(body, persons);
    // A page may show an address of its own beside the person's: whose it is then stays open, but it is no third person's.
    const shown = persons.filter(({ isSignedIn }) => isSignedIn).map(person => person.email);
    const named = signedInAs ?? shown[0] ?? null;
    const isOwn = named === null || [named, ...shown].some(each => isSameEmail(each, email));
    return isOwn ? ok(null) : err([failure('key-of-other-person', named)]);
  });
}
