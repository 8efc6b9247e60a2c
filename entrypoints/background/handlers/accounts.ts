import { forgetCopiedTextLater } from '../../../lib/browser/clipboard-guard';
import type { Failure } from '../../../lib/messages/failures';
import { failure, fieldFailure } from '../../../lib/messages/failures';
import type { CodesView } from '../../../lib/messages/views';
import type { Account } from '../../../lib/model/account';
import type { Result } from '../../../lib/shared/result';
import { err, ok } from '../../../lib/shared/result';
import { codesAt } from '../../../lib/totp/code';
import type { AccountFailure, DuplicateEmail } from '../../../lib/vault/accounts';
import {
  addAccount,
  editAccount,
  findAccount,
  findSameEmail,
  listAccounts,
  removeAccount,
  restoreAccount,
  shownKeyOf,
} from '../../../lib/vault/accounts';
import type { VaultBody } from '../../../lib/vault/body';
import { readDraft } from '../read-draft';
import type { Handlers } from '../router';
import { viewAccount } from '../view-account';
import { makeId, publishStatus, today, vault } from '../worker';

function viewCodes(account: Account, nowMs: number): readonly CodesView[] {
  const { authenticator } = account;
  if (authenticator === null) return [];
  const { code, next, validUntilMs } = codesAt(authenticator, nowMs);
  return [{ accountId: account.id, code, next, validUntilMs, periodSeconds: authenticator.periodSeconds }];
}

async function change(apply: (body: VaultBody) => Result<VaultBody, AccountFailure | DuplicateEmail>) {
  const saved = await vault.update(apply);
  await publishStatus();
  if (saved.ok) return ok(null);
  return err([typeof saved.error === 'string' ? failure(saved.error) : failure(saved.error.code, saved.error.label)]);
}

/** The accounts: what cards show, what forms change, and the two secrets that a person may ask to see. */
export const accountHandlers: Pick<
  Handlers,
  | 'accounts.list'
  | 'accounts.codes'
  | 'accounts.save'
  | 'accounts.remove'
  | 'accounts.restore'
  | 'accounts.reveal-key'
  | 'accounts.copied'
> = {
  'accounts.list': async () => {
    const body = await vault.read();
    if (!body.ok) return err([failure(body.error)]);
    return ok(listAccounts(body.value).map(account => viewAccount(account, body.value.policy, today())));
  },

  'accounts.codes': async () => {
    const body = await vault.read();
    if (!body.ok) return err([failure(body.error)]);
    const nowMs = Date.now();
    return ok(listAccounts(body.value).flatMap(account => viewCodes(account, nowMs)));
  },

  'accounts.save': async ({ id, baseRevision, draft }) => {
    const read = readDraft(draft, id !== null, today());
    if (!read.ok) return read;
    const { fields, notices } = read.value;
    const accountId = id ?? makeId();
    const saved = await vault.update<AccountFailure | Failure>(body => {
      const same = findSameEmail(body, fields.email, id);
      if (same !== null) return err(fieldFailure('email', { code: 'email-duplicate', label: same.label }));
      if (id !== null) return editAccount(body, id, baseRevision, fields, makeId());
      return ok(addAccount(body, fields, { account: accountId, key: makeId() }));
    });
    await publishStatus();
    if (saved.ok) return ok({ id: accountId, notices });
    return err([typeof saved.error === 'string' ? failure(saved.error) : saved.error]);
  },

  'accounts.remove': ({ id }) => change(body => removeAccount(body, id, Date.now())),

  'accounts.restore': ({ id }) => change(body => restoreAccount(body, id)),

  'accounts.reveal-key': async ({ id, keyId }) => {
    const body = await vault.read();
    if (!body.ok) return err([failure(body.error)]);
    const key = findAccount(body.value, id)?.keys.find(other => other.id === keyId);
    return key === undefined ? err([failure('key-missing')]) : ok({ key: key.secret.reveal() });
  },

  'accounts.copied': async ({ id, what }) => {
    const body = await vault.read();
    if (!body.ok) return err([failure(body.error)]);
    const account = findAccount(body.value, id);
    const key = account && shownKeyOf(account);
    // A code is worthless before the half minute is over; a key never is.
    const clears = what === 'key' && key !== null && (await forgetCopiedTextLater(key.secret.reveal()));
    return ok({ clears });
  },
};
