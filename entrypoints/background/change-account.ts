// Changes to one account that may be a passkey-held one: the same change is made in the open or under its seal.
import type { Failure } from '../../lib/messages/failures';
import { failure, failureFrom } from '../../lib/messages/failures';
import type { Account } from '../../lib/model/account';
import type { Result } from '../../lib/shared/result';
import { err, ok } from '../../lib/shared/result';
import type { ChangedElsewhere, DuplicateEmail } from '../../lib/vault/accounts';
import { findAccount } from '../../lib/vault/accounts';
import type { TooSoon } from '../../lib/vault/back-off';
import type { VaultBody } from '../../lib/vault/body';
import { changeHeldAccount } from '../../lib/vault/held';
import type { HeldTouch } from '../../lib/vault/held-key';
import { changeFound } from '../../lib/vault/keys';
import { findHeldKey, withHolding } from './held-key';
import { withBody } from './with-body';
import { vault } from './worker';

type ChangeFailure = Failure['code'] | ChangedElsewhere | DuplicateEmail;
type Change = (body: VaultBody) => Result<VaultBody, ChangeFailure>;

function refuse(error: ChangeFailure | TooSoon): Result<never, readonly Failure[]> {
  if (typeof error === 'string' || error.code === 'unlock-too-soon') return err([failureFrom(error)]);
  return err([error.code === 'email-duplicate' ? failure(error.code, error.label) : failure(error.code)]);
}

/** Makes a change for which nothing has to be opened. */
export async function changeBody(change: Change): Promise<Result<null, readonly Failure[]>> {
  const changed = await vault.update(change);
  return changed.ok ? ok(null) : refuse(changed.error);
}

/** Makes a change of an account that concerns nothing a passkey may hold, for which nothing has to be opened. */
export function changeInTheOpen(
  accountId: string,
  change: (account: Account, body: VaultBody) => Result<Account, Failure['code']>,
): Promise<Result<null, readonly Failure[]>> {
  return changeBody(body => changeFound(body, accountId, account => change(account, body)));
}

/** Makes a change of what an account has, which takes a touch where a passkey holds it. */
export async function changeAccountOf(
  { id, seal }: Account,
  touch: HeldTouch | null,
  change: Change,
): Promise<Result<null, readonly Failure[]>> {
  if (seal === null) return changeBody(change);
  const changed = await vault.rewrite(null, changeHeldAccount(id, change, findHeldKey(touch)));
  return changed.ok ? ok(null) : refuse(changed.error);
}

/** Lets a use have an account with what it holds, as if it stood in the open. A held one takes a touch. */
export async function withOpened<T>(
  accountId: string,
  touch: HeldTouch | null,
  use: (account: Account) => Promise<Result<T, readonly Failure[]>>,
): Promise<Result<T, readonly Failure[]>> {
  const opened = await withBody(body => {
    const account = findAccount(body, accountId);
    if (account === null) return err([failure('account-missing')]);
    if (account.seal === null) return ok(account);
    return withHolding(accountId, touch, holding => ok({ ...account, ...holding, seal: null }));
  });
  return opened.ok ? use(opened.value) : opened;
}
