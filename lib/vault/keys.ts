// Changes to the keys of one account. What a change means is decided elsewhere; here it is put in its place.
import type { Account } from '../model/account';
import type { ApiKey } from '../model/api-key';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { changeAccount, findAccount, listAccounts } from './accounts';
import type { VaultBody } from './body';

/** Changes one account, at its next revision. `account-missing`: no such account, or removed. */
export function changeFound<F>(
  body: VaultBody,
  accountId: string,
  change: (account: Account) => Result<Account, F>,
): Result<VaultBody, F | 'account-missing'> {
  const account = findAccount(body, accountId);
  if (account === null) return err('account-missing');
  const changed = change(account);
  return changed.ok ? ok(changeAccount(body, changed.value)) : changed;
}

/** The account that has a key with these very characters, or null. A removed account counts as gone. */
export function findKeyOwner(body: VaultBody, secret: ApiKey): Account | null {
  return listAccounts(body).find(({ keys }) => keys.some(key => key.secret.equals(secret))) ?? null;
}
