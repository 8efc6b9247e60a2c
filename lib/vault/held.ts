// What passkey-held accounts are changed by, as functions from what a vault is to what it becomes. Invariants: nothing here
// opens a seal without the held key; the held key comes from a touch or its own recovery code, never from a way into the
// vault; none of it outlives the change that it was found for.
import type { Account } from '../model/account';
import type { HeldKey } from '../model/held';
import type { Bytes } from '../shared/bytes';
import { wipe } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { AccountEdit, AccountFailure, ChangedElsewhere } from './accounts';
import { changeAccount, editAccount, findAccount } from './accounts';
import type { VaultBody } from './body';
import type { HeldTouch } from './held-key';
import { unwrapHeldKey } from './held-key';
import { hasHoldable, openHolding, sealAccount } from './held-seal';
import type { Rewrite, Rewriting, Rewritten } from './ways-in';

/**
 * `held-wrong-touch`: it does not open the held key. `held-not-set-up`: there is none. `held-already`, `held-nothing`: the
 * account is held, or has nothing to hold. `held-last-passkey`: no other one would be left.
 */
export type HeldFailure =
  | 'held-wrong-touch'
  | 'held-not-set-up'
  | 'held-already'
  | 'held-nothing'
  | 'held-last-passkey';

/** Why the held key cannot be had: see {@link HeldFailure}; `held-touch-needed` where no touch was given. */
export type HeldKeyFailure = 'held-wrong-touch' | 'held-not-set-up' | 'held-touch-needed';

/** Finds the held key of a body. Whoever asks wipes it. */
export type FindHeldKey = (body: VaultBody, vaultId: Bytes) => Promise<Result<Bytes, HeldKeyFailure>>;

/** Finds the held key by a touch. */
export function byTouch(touch: HeldTouch): FindHeldKey {
  return async ({ held }, vaultId) => {
    if (held === null) return err('held-not-set-up');
    const heldKey = unwrapHeldKey(held, vaultId, touch);
    return heldKey === null ? err('held-wrong-touch') : ok(heldKey);
  };
}

/** Whether a held key is this body's: it opens what is sealed. False too where nothing is, since nobody can tell then. */
export function isHeldKeyOf({ accounts }: VaultBody, vaultId: Bytes, heldKey: Bytes): boolean {
  return accounts.some(account => openHolding(account, vaultId, heldKey) !== null);
}

/** Makes a change for which the held key is needed, and wipes the key. */
export async function changeWithHeldKey<F>(
  now: Rewriting,
  find: FindHeldKey,
  change: (held: HeldKey, heldKey: Bytes) => Result<VaultBody, F>,
): Promise<Result<Rewritten, F | HeldKeyFailure>> {
  const { held } = now.body;
  if (held === null) return err('held-not-set-up');
  const found = await find(now.body, now.identity.vaultId);
  if (!found.ok) return found;
  const changed = change(held, found.value);
  wipe(found.value);
  return changed.ok ? ok({ vaultKey: now.vaultKey, slots: now.slots, body: changed.value }) : changed;
}

/** Puts what an account has in the open under seal. */
export function hold(
  { identity, random }: Rewriting,
  body: VaultBody,
  accountId: string,
  heldKey: Bytes,
): Result<VaultBody, HeldFailure | AccountFailure> {
  const account = findAccount(body, accountId);
  if (account === null) return err('account-missing');
  if (account.seal !== null) return err('held-already');
  if (!hasHoldable(account)) return err('held-nothing');
  return ok(changeAccount(body, sealAccount(account, identity.vaultId, heldKey, random)));
}

/** The account as it is without a seal; `account-missing` or `held-nothing` where there is none to open. */
function unseal(
  { identity, body }: Rewriting,
  accountId: string,
  heldKey: Bytes,
): Result<Account, HeldFailure | AccountFailure> {
  const account = findAccount(body, accountId);
  if (account === null) return err('account-missing');
  if (account.seal === null) return err('held-nothing');
  const holding = openHolding(account, identity.vaultId, heldKey);
  return holding === null ? err('held-wrong-touch') : ok({ ...account, ...holding, seal: null });
}

/** Has the held key hold one more account. */
export function holdAccount(
  accountId: string,
  find: FindHeldKey,
): Rewrite<HeldFailure | AccountFailure | HeldKeyFailure> {
  return now => changeWithHeldKey(now, find, (_, heldKey) => hold(now, now.body, accountId, heldKey));
}

/** Gives an account back what was held: from then on the vault's own ways in open it again. */
export function releaseAccount(
  accountId: string,
  find: FindHeldKey,
): Rewrite<HeldFailure | AccountFailure | HeldKeyFailure> {
  return now =>
    changeWithHeldKey(now, find, (_, heldKey) => {
      const account = unseal(now, accountId, heldKey);
      return account.ok ? ok(changeAccount(now.body, account.value)) : account;
    });
}

/** Makes a change for which what one account holds has to be open; what it holds then goes under a new seal. */
export function changeHeldAccount<F>(
  accountId: string,
  change: (body: VaultBody) => Result<VaultBody, F>,
  find: FindHeldKey,
): Rewrite<HeldFailure | AccountFailure | HeldKeyFailure | F> {
  return now =>
    changeWithHeldKey(now, find, (_, heldKey): Result<VaultBody, HeldFailure | AccountFailure | F> => {
      const opened = unseal(now, accountId, heldKey);
      if (!opened.ok) return opened;
      const { value } = opened;
      const accounts = now.body.accounts.map(account => (account.id === accountId ? value : account));
      const changed = change({ ...now.body, accounts });
      if (!changed.ok) return changed;
      const { identity, random } = now;
      const reseal = (account: Account) =>
        account.id === accountId ? sealAccount(account, identity.vaultId, heldKey, random) : account;
      return ok({ ...changed.value, accounts: changed.value.accounts.map(reseal) });
    });
}

/** Edits a held account where its authenticator is among what changes: the earlier one goes under the seal as well. */
export function editHeldAccount(
  accountId: string,
  edit: AccountEdit,
  newKeyId: string,
  find: FindHeldKey,
): Rewrite<HeldFailure | AccountFailure | HeldKeyFailure | ChangedElsewhere> {
  return changeHeldAccount(accountId, body => editAccount(body, accountId, edit, newKeyId), find);
}
