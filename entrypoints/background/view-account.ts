import { ageOf } from '../../lib/keys/age';
import type { Rules } from '../../lib/keys/interval';
import { guidedStageOf, rotationOf } from '../../lib/keys/rotation';
import type { AccountView, KeyView } from '../../lib/messages/views';
import type { Account } from '../../lib/model/account';
import { kindOfApiKey, maskApiKey } from '../../lib/model/api-key';
import type { Key } from '../../lib/model/key';
import type { PolicyInForce } from '../../lib/model/managed';
import type { LocalDate } from '../../lib/shared/local-date';
import { shownKeyOf } from '../../lib/vault/accounts';

/** A key as a card shows it: masked, with its age. */
export function viewKey(key: Key, rules: Rules, today: LocalDate): KeyView {
  return {
    id: key.id,
    masked: maskApiKey(key.secret),
    kind: kindOfApiKey(key.secret),
    createdOn: key.createdOn,
    ...ageOf(key, rules, today),
  };
}

function viewNextOfRotation(account: Account): AccountView['rotation'] {
  const rotation = rotationOf(account);
  const stage = rotation && guidedStageOf(rotation);
  return rotation && stage && { oldKeyId: rotation.oldKeyId, stage };
}

/** What pages see of an account: everything a card shows and nothing that opens a door. */
export function viewAccount(
  account: Account,
  policy: PolicyInForce,
  today: LocalDate,
): Omit<AccountView, 'isDefault' | 'isOffered'> {
  const key = shownKeyOf(account);
  return {
    id: account.id,
    revision: account.revision,
    label: account.label,
    email: account.email,
    key: key && viewKey(key, { account, policy }, today),
    // What is sealed nobody can look at here, and an account with nothing to hold is never sealed.
    hasAuthenticator: account.authenticator !== null || account.seal !== null,
    isHeld: account.seal !== null,
    isAuthenticatorDead: account.authenticatorDeadAtMs !== null,
    rotation: viewNextOfRotation(account),
    awaitsBackupCodes: account.backupCodesAwaitedAtMs !== null,
    unusedBackupCodes: account.seal === null ? account.backupCodes.filter(({ used }) => !used).length : null,
  };
}
