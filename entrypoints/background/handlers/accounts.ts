import { forgetCopiedTextLater } from '../../../lib/browser/clipboard-guard';
import { makeId } from '../../../lib/browser/random';
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
import type { PhaseFailure } from '../../../lib/vault/phase';
import type { SaveFailure } from '../../../lib/vault/save';
import { readDraft } from '../read-draft';
import type { Handlers } from '../router';
import { viewAccount } from '../view-account';
import { withBody } from '../with-body';
import { today, vault } from '../worker';

type ChangeFailure = AccountFailure | DuplicateEmail | PhaseFailure | SaveFailure;

function viewCodes(account: Account, nowMs: number): readonly CodesView[] {
  const { authenticator } = account;
  if (authenticator === null) return [];
  const { code, next, validUntilMs } = codesAt(authenticator, nowMs);
  return [{ accountId: account.id, code, next, validUntilMs, periodSeconds: authenticator.periodSeconds }];
}

/** A refusal of a change, as pages are told it. A duplicate address is a matter of the form's field. */
function refusalOf(error: ChangeFailure): readonly Failure[] {
  return [typeof error === 'string' ? failure(error) : fieldFailure('email', error)];
}

async function change(apply: (body: VaultBody) => Result<VaultBody, AccountFailure | DuplicateEmail>) {
  const saved = await vault.update(apply);
  return saved.ok ? ok(null) : err(refusalOf(saved.error));
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
  'accounts.list': () =>
    withBody(body => ok(listAccounts(body).map(account => viewAccount(account, body.policy, today())))),

  'accounts.codes': () => {
    const nowMs = Date.now();
    return withBody(body => ok(listAccounts(body).flatMap(account => viewCodes(account, nowMs))));
  },

  'accounts.save': async ({ id, baseRevision, draft }) => {
    const read = readDraft(draft, id !== null, today());
    if (!read.ok) return read;
    const { fields, notices } = read.value;
    const accountId = id ?? makeId();
    const saved = await vault.update<AccountFailure | DuplicateEmail>(body => {
      const same = findSameEmail(body, fields.email, id);
      if (same !== null) return err({ code: 'email-duplicate', label: same.label });
      if (id !== null) return editAccount(body, id, baseRevision, fields, makeId());
      return ok(addAccount(body, fields, { account: accountId, key: makeId() }));
    });
    return saved.ok ? ok({ id: accountId, notices }) : err(refusalOf(saved.error));
  },

  'accounts.remove': ({ id }) => change(body => removeAccount(body, id, Date.now())),

  'accounts.restore': ({ id }) => change(body => restoreAccount(body, id)),

  'accounts.reveal-key': ({ id, keyId }) =>
    withBody(body => {
      const key = findAccount(body, id)?.keys.find(other => other.id === keyId);
      return key === undefined ? err([failure('key-missing')]) : ok({ key: key.secret.reveal() });
    }),

  'accounts.copied': ({ id, what }) =>
    withBody(async body => {
      const account = findAccount(body, id);
      const key = account && shownKeyOf(account);
      // A code is worthless before the half minute is over; a key never is.
      const clears = what === 'key' && key !== null && (await forgetCopiedTextLater(key.secret.reveal()));
      return ok({ clears });
    }),
};
