// The inventory of keys. Invariant: a key comes in and never goes out here.
import { forgetCopiedTextLater } from '../../../lib/browser/clipboard-guard';
import { readManaged } from '../../../lib/browser/managed-storage';
import { makeId } from '../../../lib/browser/random';
import type { KeyChanges } from '../../../lib/keys/inventory';
import {
  addKey,
  editKey,
  removeKey,
  setAccountInterval,
  setCompromised,
  setKeyState,
  setSignInKey,
} from '../../../lib/keys/inventory';
import { isOvertaken } from '../../../lib/keys/overtaken';
import { snoozeKey } from '../../../lib/keys/snooze';
import type { Failure } from '../../../lib/messages/failures';
import { fieldFailure } from '../../../lib/messages/failures';
import type { CheckedInput } from '../../../lib/messages/protocol';
import { findKey } from '../../../lib/model/account';
import { parseApiKey } from '../../../lib/model/api-key';
import { parseCreatedOn } from '../../../lib/model/created-on';
import { makeKey } from '../../../lib/model/key';
import { formatKey } from '../../../lib/model/key-formats';
import { parseLabel } from '../../../lib/model/label';
import { tightenPolicy } from '../../../lib/model/managed';
import type { Result } from '../../../lib/shared/result';
import { err, ok } from '../../../lib/shared/result';
import { listAccounts } from '../../../lib/vault/accounts';
import { findKeyOwner } from '../../../lib/vault/keys';
import { changeInTheOpen } from '../change-account';
import { noteEvent, readHistory } from '../history';
import { noteCopied } from '../note-copied';
import { policyInForce } from '../policy-in-force';
import { noticesOfKey } from '../read-draft';
import type { Handlers } from '../router';
import { viewKeys } from '../view-keys';
import { withBody } from '../with-body';
import { withKey } from '../with-key';
import { today } from '../worker';
import { rotationHandlers } from './rotation';

/** What a form changes, read: its label may be empty, and what it leaves out is left out. */
function readChanges({ changes }: CheckedInput<'keys.edit'>): Result<KeyChanges, readonly Failure[]> {
  const { label, createdOn, interval, ...rest } = changes;
  const name = label === undefined || label === '' ? ok(label) : parseLabel(label);
  const date = createdOn === undefined ? ok(createdOn) : parseCreatedOn(createdOn, today());
  if (!name.ok) return err([fieldFailure('label', name.error)]);
  if (!date.ok) return err([fieldFailure('createdOn', date.error)]);
  const said = { ...rest, ...interval, label: name.value, createdOn: date.value };
  // What was left out is no change: an undefined field would stand where a value was.
  return ok(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)));
}

/** The keys of accounts: what is done with each of them, and their rotation. */
export const keyHandlers: Pick<Handlers, Extract<keyof Handlers, `keys.${string}`>> = {
  ...rotationHandlers,

  'keys.list': () =>
    withBody(async body => {
      const moment = { today: today(), nowMs: Date.now() };
      const policy = await policyInForce(body);
      return ok(listAccounts(body).map(account => viewKeys(account, policy, moment)));
    }),

  'keys.add': async ({ accountId, secret, createdOn, state }) => {
    const parsed = parseApiKey(secret);
    if (!parsed.ok) return err([fieldFailure('apiKey', parsed.error)]);
    const date = parseCreatedOn(createdOn, today());
    if (!date.ok) return err([fieldFailure('createdOn', date.error)]);
    const keyId = makeId();
    const saved = await changeInTheOpen(accountId, (account, body) => {
      // In another account it would pass every check here, and its own account would be the one that is let in.
      const owner = findKeyOwner(body, parsed.value.key);
      if (owner !== null) return err(owner.id === accountId ? 'key-already-there' : 'key-of-other-account');
      return ok(addKey(account, makeKey(keyId, parsed.value, date.value, state)));
    });
    if (!saved.ok) return saved;
    await noteEvent('created', accountId, keyId);
    return ok({ keyId, notices: noticesOfKey(parsed.value) });
  },

  'keys.edit': async input => {
    const changes = readChanges(input);
    if (!changes.ok) return changes;
    const { interval, ...rest } = input.opened ?? {};
    const opened = { ...rest, ...interval };
    return changeInTheOpen(input.accountId, account => {
      const key = findKey(account, input.keyId);
      if (key !== null && isOvertaken(key, opened)) return err('changed-elsewhere');
      return editKey(account, input.keyId, changes.value);
    });
  },

  'keys.remove': ({ accountId, keyId }) => changeInTheOpen(accountId, account => removeKey(account, keyId)),

  'keys.set-sign-in': ({ accountId, keyId }) => changeInTheOpen(accountId, account => setSignInKey(account, keyId)),

  'keys.set-state': ({ accountId, keyId, state }) =>
    changeInTheOpen(accountId, account => setKeyState(account, keyId, state, Date.now())),

  'keys.mark-compromised': ({ accountId, keyId, isCompromised }) =>
    changeInTheOpen(accountId, account => setCompromised(account, keyId, isCompromised, Date.now())),

  'keys.snooze': async ({ accountId, keyId, days }) => {
    const managed = await readManaged();
    return changeInTheOpen(accountId, (account, { policy }) =>
      snoozeKey(account, keyId, days, tightenPolicy(policy, managed), today()),
    );
  },

  'keys.set-account-interval': ({ accountId, interval }) =>
    changeInTheOpen(accountId, account => ok(setAccountInterval(account, interval))),

  'keys.copied': ({ accountId, keyId, format }) =>
    withKey(accountId, keyId, async ({ secret }) => {
      const clears = await forgetCopiedTextLater(formatKey(secret.reveal(), format));
      await noteCopied(accountId, keyId);
      return ok({ clears });
    }),

  'keys.history': ({ accountId, keyId }) => readHistory(accountId, keyId),
};
