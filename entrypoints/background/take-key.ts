import { rotationOf, stageNewKey } from '../../lib/keys/rotation';
import type { ParsedApiKey } from '../../lib/model/api-key';
import type { LocalDate } from '../../lib/shared/local-date';
import type { Result } from '../../lib/shared/result';
import { findAccount } from '../../lib/vault/accounts';
import type { VaultBody } from '../../lib/vault/body';
import type { EnrolFailure } from '../../lib/vault/enrolment';
import { addTakenKey } from '../../lib/vault/enrolment';
import { changeFound } from '../../lib/vault/keys';

/** The body with the key in it, or why not; and whether it is the new one of a rotation now. */
export type TakenKey = { readonly changed: Result<VaultBody, EnrolFailure>; readonly isRotated: boolean };

/**
 * Adds a key that the site shows. A rotation of the account that waits for one goes on with it in the same save; one of
 * another kind than that needs only stands by.
 */
export function takeKey(
  body: VaultBody,
  accountId: string,
  shown: Pick<ParsedApiKey, 'key' | 'kind'>,
  keyId: string,
  today: LocalDate,
): TakenKey {
  const added = addTakenKey(body, accountId, shown, keyId, today);
  const account = findAccount(body, accountId);
  if (!added.ok || account === null || rotationOf(account)?.newKeyId !== null) {
    return { changed: added, isRotated: false };
  }
  const staged = changeFound(added.value, accountId, found => stageNewKey(found, keyId));
  return staged.ok ? { changed: staged, isRotated: true } : { changed: added, isRotated: false };
}
