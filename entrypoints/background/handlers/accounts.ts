import { forgetCopiedTextLater } from '../../../lib/browser/clipboard-guard';
import { makeId } from '../../../lib/browser/random';
import type { Failure } from '../../../lib/messages/failures';
import { failure, failureFrom, fieldFailure } from '../../../lib/messages/failures';
import type { CodesView } from '../../../lib/messages/views';
import type { Account } from '../../../lib/model/account';
import type { Authenticator } from '../../../lib/model/authenticator';
import type { Result } from '../../../lib/shared/result';
import { err, ok } from '../../../lib/shared/result';
import { codesAt } from '../../../lib/totp/code';
import type { AccountFailure, ChangedElsewhere, DuplicateEmail } from '../../../lib/vault/accounts';
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
import type { BodyFailure, VaultBody } from '../../../lib/vault/body';
import { dropDraft } from '../../../lib/vault/drafts';
import type { HeldFailure, HeldKeyFailure } from '../../../lib/vault/held';
import { editHeldAccount } from '../../../lib/vault/held';
import type { PhaseFailure } from '../../../lib/vault/phase';
import type { RewriteFailure } from '../../../lib/vault/rewrite';
import type { SaveFailure } from '../../../lib/vault/save';
import { changeDrafts } from '../drafts';
import { findHeldKey, readKeptHoldings } from '../held-key';
import { readDraft } from '../read-draft';
import type { Handlers } from '../router';
import { viewAccount } from '../view-account';
import { withBody } from '../with-body';
import { today, vault } from '../worker';

type EditFailure = AccountFailure | ChangedElsewhere | DuplicateEmail;
type ChangeFailure = EditFailure | HeldFailure | HeldKeyFailure | PhaseFailure | BodyFailure | SaveFailure;
type ReplaceFailure = ChangeFailure | RewriteFailure;

function viewCodes(accountId: string, authenticator: Authenticator | null, nowMs: number): readonly CodesView[] {
  if (authenticator === null) return [];
  const { code, next, validUntilMs } = codesAt(authenticator, nowMs);
  return [{ accountId, code, next, validUntilMs, periodSeconds: authenticator.periodSeconds }];
}

/** A refusal of a change, as pages are told it: what another account or another window has done is a matter of fields. */
function refusalOf(error: ReplaceFailure): readonly Failure[] {
  if (typeof error === 'string' || error.code === 'unlock-too-soon') return [failureFrom(error)];
  if (error.code === 'email-duplicate') return [fieldFailure('email', error)];
  return error.fields.map(field => fieldFailure(field, { code: error.code }));
}

async function change(apply: (body: VaultBody) => Result<VaultBody, AccountFailure | DuplicateEmail>) {
  const saved = await vault.update(apply);
  return saved.ok ? ok(null) : err(refusalOf(saved.error));
}

async function isHeld(accountId: string): Promise<boolean> {
  const body = await vault.read();
  return body.ok && (findAccount(body.value, accountId)?.seal ?? null) !== null;
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
    return withBody(async body => {
      // Those that a passkey holds are there while its touch still serves.
      const held = await readKeptHoldings(body);
      const authenticatorOf = ({ id, authenticator }: Account) => authenticator ?? held.get(id)?.authenticator ?? null;
      return ok(listAccounts(body).flatMap(account => viewCodes(account.id, authenticatorOf(account), nowMs)));
    });
  },

  'accounts.save': async ({ id, baseRevision, changed, draft, touch }) => {
    const read = readDraft(draft, id === null ? 'all' : changed, today());
    if (!read.ok) return read;
    const { fields, notices } = read.value;
    const accountId = id ?? makeId();
    const edit = { baseRevision, changed, fields };
    const check = (body: VaultBody): Result<VaultBody, DuplicateEmail> => {
      const same = id === null || changed.includes('email') ? findSameEmail(body, fields.email, id) : null;
      return same === null ? ok(body) : err({ code: 'email-duplicate', label: same.label });
    };
    const save = () =>
      vault.update<EditFailure>(body => {
        const checked = check(body);
        if (!checked.ok) return checked;
        if (id !== null) return editAccount(body, id, edit, makeId());
        return ok(addAccount(body, fields, { account: accountId, key: makeId() }));
      });
    const replaceHeld = () =>
      vault.rewrite<ReplaceFailure>(null, async now => {
        const checked = check(now.body);
        return checked.ok ? editHeldAccount(accountId, edit, makeId(), findHeldKey(touch))(now) : checked;
      });
    const saved = fields.authenticator !== null && (await isHeld(accountId)) ? await replaceHeld() : await save();
    if (!saved.ok) return err(refusalOf(saved.error));
    // It is saved whether or not its draft can be taken away.
    await changeDrafts(drafts => dropDraft(drafts, id)).catch(() => undefined);
    return ok({ id: accountId, notices });
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
