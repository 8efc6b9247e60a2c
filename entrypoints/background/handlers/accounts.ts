import { forgetCopiedTextLater } from '../../../lib/browser/clipboard-guard';
import { makeId } from '../../../lib/browser/random';
import { lastRunItem } from '../../../lib/browser/run-items';
import type { Failure } from '../../../lib/messages/failures';
import { failure, failureFrom, fieldFailure } from '../../../lib/messages/failures';
import type { CodesView } from '../../../lib/messages/views';
import type { Account } from '../../../lib/model/account';
import type { ApiKey } from '../../../lib/model/api-key';
import { PARAMANT_DEFAULTS } from '../../../lib/model/authenticator';
import type { Result } from '../../../lib/shared/result';
import { err, ok } from '../../../lib/shared/result';
import type { AccountFailure, ChangedElsewhere, DuplicateEmail, KeyGivenAway } from '../../../lib/vault/accounts';
import {
  addAccount,
  editAccount,
  findAccount,
  findSameEmail,
  listAccounts,
  listRemoved,
  removeAccount,
  restoreAccount,
  shownKeyOf,
} from '../../../lib/vault/accounts';
import type { BodyFailure, VaultBody } from '../../../lib/vault/body';
import { chooseAccount, setDefaultAccount } from '../../../lib/vault/choose-account';
import { dropDraft } from '../../../lib/vault/drafts';
import type { HeldFailure, HeldKeyFailure } from '../../../lib/vault/held';
import { editHeldAccount } from '../../../lib/vault/held';
import { findKeyOwner } from '../../../lib/vault/keys';
import type { PhaseFailure } from '../../../lib/vault/phase';
import type { RewriteFailure } from '../../../lib/vault/rewrite';
import type { SaveFailure } from '../../../lib/vault/save';
import { changeDrafts } from '../drafts';
import { findHeldKey, readKeptHoldings } from '../held-key';
import { noteEvent } from '../history';
import { noteCopied } from '../note-copied';
import { policyInForce } from '../policy-in-force';
import { readDraft } from '../read-draft';
import type { Handlers } from '../router';
import { readSkew } from '../site-clock';
import { noteCurrentStep } from '../used-steps';
import { viewAccount } from '../view-account';
import { viewCodes } from '../view-codes';
import { withBody } from '../with-body';
import { withKey } from '../with-key';
import { today, vault } from '../worker';

type KnownKey = 'key-of-other-account' | 'key-already-there';
type EditFailure = AccountFailure | ChangedElsewhere | DuplicateEmail | KeyGivenAway | KnownKey;
type ChangeFailure = EditFailure | HeldFailure | HeldKeyFailure | PhaseFailure | BodyFailure | SaveFailure;
type ReplaceFailure = ChangeFailure | RewriteFailure;

/** A refusal of a change, as pages are told it: what another account or another window has done is a matter of fields. */
function refusalOf(error: ReplaceFailure): readonly Failure[] {
  if (error === 'key-of-other-account' || error === 'key-already-there')
    return [{ ...failure(error), field: 'apiKey' }];
  if (typeof error === 'string' || error.code === 'unlock-too-soon' || error.code === 'key-given-away')
    return [failureFrom(error)];
  if (error.code === 'email-duplicate') return [fieldFailure('email', error)];
  return error.fields.map(field => fieldFailure(field, { code: error.code }));
}

async function change(apply: (body: VaultBody) => Result<VaultBody, AccountFailure | DuplicateEmail | KeyGivenAway>) {
  const saved = await vault.update(apply);
  return saved.ok ? ok(null) : err(refusalOf(saved.error));
}

/** Why a typed key is none of this account's own: another account's would pass each check, and let that one in. */
function findKnownKey(body: VaultBody, typed: ApiKey, accountId: string | null): KnownKey | null {
  const owner = findKeyOwner(body, typed);
  if (owner === null) return null;
  if (owner.id !== accountId) return 'key-of-other-account';
  // The one on the card may be typed once more: it takes its own place.
  return shownKeyOf(owner)?.secret.equals(typed) ? null : 'key-already-there';
}

async function isHeld(accountId: string): Promise<boolean> {
  const body = await vault.read();
  return body.ok && (findAccount(body.value, accountId)?.seal ?? null) !== null;
}

/** The accounts: what cards show, what forms change, and the two secrets that a person may ask to see. */
export const accountHandlers: Pick<
  Handlers,
  | 'accounts.list'
  | 'accounts.set-default'
  | 'accounts.codes'
  | 'accounts.save'
  | 'accounts.remove'
  | 'accounts.list-removed'
  | 'accounts.restore'
  | 'accounts.reveal-key'
  | 'accounts.copied'
> = {
  'accounts.list': () =>
    withBody(async body => {
      const offered = chooseAccount(body, null, (await lastRunItem.read())?.accountId ?? null);
      const policy = await policyInForce(body);
      const view = (account: Account) => ({
        ...viewAccount(account, policy, today()),
        isDefault: account.id === body.defaultAccountId,
        isOffered: account.id === offered?.id,
      });
      return ok(listAccounts(body).map(view));
    }),

  'accounts.set-default': ({ id }) => change(body => setDefaultAccount(body, id)),

  'accounts.codes': () => {
    const nowMs = Date.now();
    return withBody(async body => {
      // Those that a passkey holds are there while its touch still serves.
      const held = await readKeptHoldings(body);
      const authenticatorOf = ({ id, authenticator }: Account) => authenticator ?? held.get(id)?.authenticator ?? null;
      const skew = await readSkew(nowMs);
      const codesOf = (account: Account): readonly CodesView[] => {
        const authenticator = authenticatorOf(account);
        return authenticator === null ? [] : [viewCodes(account.id, authenticator, nowMs, skew)];
      };
      return ok(listAccounts(body).flatMap(codesOf));
    });
  },

  'accounts.save': async ({ id, baseRevision, changed, draft, touch }) => {
    const read = readDraft(draft, id === null ? 'all' : changed, today());
    if (!read.ok) return read;
    const { fields, notices } = read.value;
    const accountId = id ?? makeId();
    const keyId = makeId();
    const edit = { baseRevision, changed, fields };
    const check = (body: VaultBody): Result<VaultBody, DuplicateEmail | KnownKey> => {
      const same = id === null || changed.includes('email') ? findSameEmail(body, fields.email, id) : null;
      if (same !== null) return err({ code: 'email-duplicate', label: same.label });
      const typed = id === null || changed.includes('apiKey') ? fields.apiKey : null;
      const refusal = typed && findKnownKey(body, typed.key, id);
      return refusal === null ? ok(body) : err(refusal);
    };
    const save = () =>
      vault.update<EditFailure>(body => {
        const checked = check(body);
        if (!checked.ok) return checked;
        if (id !== null) return editAccount(body, id, edit, keyId);
        return ok(addAccount(body, fields, { account: accountId, key: keyId }));
      });
    const replaceHeld = () =>
      vault.rewrite<ReplaceFailure>(null, async now => {
        const checked = check(now.body);
        return checked.ok ? editHeldAccount(accountId, edit, keyId, findHeldKey(touch))(now) : checked;
      });
    const saved = fields.authenticator !== null && (await isHeld(accountId)) ? await replaceHeld() : await save();
    if (!saved.ok) return err(refusalOf(saved.error));
    // It is saved whether or not its draft can be taken away.
    await changeDrafts(drafts => dropDraft(drafts, id)).catch(() => undefined);
    if (fields.apiKey !== null) await noteEvent('created', accountId, keyId);
    return ok({ id: accountId, notices });
  },

  'accounts.remove': ({ id }) => change(body => removeAccount(body, id, Date.now())),

  'accounts.list-removed': () =>
    withBody(body => ok(listRemoved(body, Date.now()).map(({ id, label }) => ({ id, label })))),

  'accounts.restore': ({ id }) => change(body => restoreAccount(body, id)),

  'accounts.reveal-key': ({ id, keyId }) =>
    withKey(id, keyId, async ({ secret }) => {
      await noteEvent('revealed', id, keyId);
      return ok({ key: secret.reveal() });
    }),

  'accounts.copied': ({ id, what, atMs }) =>
    withBody(async body => {
      const account = findAccount(body, id);
      const key = account && shownKeyOf(account);
      if (what === 'code' && account !== null) {
        // Whoever copies a code is about to enter it. What a passkey holds tells its period to nobody here.
        const { periodSeconds } = account.authenticator ?? PARAMANT_DEFAULTS;
        const nowMs = Date.now();
        await noteCurrentStep(id, periodSeconds, Math.max(0, Math.min(atMs ?? nowMs, nowMs)));
      }
      // A code is worthless before the half minute is over; a key never is.
      const clears = what === 'key' && key !== null && (await forgetCopiedTextLater(key.secret.reveal()));
      if (what === 'key' && key !== null) await noteCopied(id, key.id);
      return ok({ clears });
    }),
};
