// The keys of accounts: their inventory and their rotation. Invariants: a key comes in and never goes out here; that a
// dashboard was seen is found out by looking at the tab, and is not what a page says.

import { checkKey } from '../../../lib/browser/check-key';
import { forgetCopiedTextLater } from '../../../lib/browser/clipboard-guard';
import { dashboardSeenItem, isDashboardInFront } from '../../../lib/browser/dashboard-seen';
import { readManaged } from '../../../lib/browser/managed-storage';
import { makeId } from '../../../lib/browser/random';
import { findKey } from '../../../lib/keys/find-key';
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
import {
  abortRotation,
  confirmAuthenticator,
  proveKey,
  revokeOldKey,
  rotationOf,
  stageNewKey,
  startRotation,
  tickIntegration,
  tryNewKey,
} from '../../../lib/keys/rotation';
import { snoozeKey } from '../../../lib/keys/snooze';
import type { Failure } from '../../../lib/messages/failures';
import { failure, failureFrom, fieldFailure } from '../../../lib/messages/failures';
import type { RotationStep } from '../../../lib/messages/key-rows';
import type { CheckedInput } from '../../../lib/messages/protocol';
import type { Account } from '../../../lib/model/account';
import { parseApiKey } from '../../../lib/model/api-key';
import { parseCreatedOn } from '../../../lib/model/created-on';
import { makeKey } from '../../../lib/model/key';
import { formatKey } from '../../../lib/model/key-formats';
import { parseLabel } from '../../../lib/model/label';
import { tightenPolicy } from '../../../lib/model/managed';
import type { GuardEvidence } from '../../../lib/model/rotation';
import type { LocalDate } from '../../../lib/shared/local-date';
import type { Result } from '../../../lib/shared/result';
import { err, ok } from '../../../lib/shared/result';
import { findAccount, listAccounts } from '../../../lib/vault/accounts';
import type { VaultBody } from '../../../lib/vault/body';
import { changeFound, findKeyOwner } from '../../../lib/vault/keys';
import { recordKeyRefused } from '../../../lib/vault/sign-ins';
import { noteEvent, readHistory } from '../history';
import { noteCopied } from '../note-copied';
import { policyInForce } from '../policy-in-force';
import { noticesOfKey } from '../read-draft';
import type { Handlers } from '../router';
import { viewKeys } from '../view-keys';
import { withBody } from '../with-body';
import { today, vault } from '../worker';

type Answer = Result<null, readonly Failure[]>;

async function saveChange(change: (body: VaultBody) => Result<VaultBody, Failure['code']>): Promise<Answer> {
  const saved = await vault.update(change);
  return saved.ok ? ok(null) : err([failureFrom(saved.error)]);
}

function changeAccount(
  accountId: string,
  change: (account: Account, body: VaultBody) => Result<Account, Failure['code']>,
): Promise<Answer> {
  return saveChange(body => changeFound(body, accountId, account => change(account, body)));
}

/** A label that may be empty, and a date; null in the place of what is not to change. */
function readChanges({
  changes,
}: CheckedInput<'keys.edit'>): Result<Parameters<typeof editKey>[2], readonly Failure[]> {
  const { label, createdOn, interval, ...rest } = changes;
  const name = label === undefined || label === '' ? ok(label) : parseLabel(label);
  const date = createdOn === undefined ? ok(createdOn) : parseCreatedOn(createdOn, today());
  if (!name.ok) return err([fieldFailure('label', name.error)]);
  if (!date.ok) return err([fieldFailure('createdOn', date.error)]);
  const said = { ...rest, ...interval, label: name.value, createdOn: date.value };
  // What was left out is no change: an undefined field would stand where a value was.
  return ok(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)));
}

/** What there is to show that a rotation locks nobody out; null where there is nothing. */
async function findEvidence(otherKeyId: string | null): Promise<GuardEvidence | null> {
  if (otherKeyId !== null) return { type: 'other-key', keyId: otherKeyId };
  const seenAtMs = await dashboardSeenItem.read();
  return seenAtMs === null ? null : { type: 'dashboard', seenAtMs };
}

function stepOf(step: RotationStep, nowMs: number): (account: Account) => Result<Account, Failure['code']> {
  switch (step.do) {
    case 'take':
      return account => stageNewKey(account, step.keyId);
    case 'try':
      return account => tryNewKey(account, step.isTrying);
    case 'tick':
      return account => tickIntegration(account, step.integrationId, step.done);
    case 'revoked':
      return account => revokeOldKey(account, nowMs);
    case 'authenticator-set':
      return account => confirmAuthenticator(account, nowMs);
    case 'abort':
      return abortRotation;
  }
}

/** The keys of accounts. */
export const keyHandlers: Pick<Handlers, Extract<keyof Handlers, `keys.${string}`>> = {
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
    const saved = await changeAccount(accountId, (account, body) => {
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
    const { interval, createdOn, ...rest } = input.opened ?? {};
    const opened = { ...rest, ...interval, ...(createdOn && { createdOn: createdOn as LocalDate }) };
    return changeAccount(input.accountId, account => {
      const key = findKey(account, input.keyId);
      if (key !== null && isOvertaken(key, opened)) return err('changed-elsewhere');
      return editKey(account, input.keyId, changes.value);
    });
  },

  'keys.remove': ({ accountId, keyId }) => changeAccount(accountId, account => removeKey(account, keyId)),

  'keys.set-sign-in': ({ accountId, keyId }) => changeAccount(accountId, account => setSignInKey(account, keyId)),

  'keys.set-state': ({ accountId, keyId, state }) =>
    changeAccount(accountId, account => setKeyState(account, keyId, state, Date.now())),

  'keys.mark-compromised': ({ accountId, keyId, isCompromised }) =>
    changeAccount(accountId, account => setCompromised(account, keyId, isCompromised, Date.now())),

  'keys.snooze': async ({ accountId, keyId, days }) => {
    const managed = await readManaged();
    return changeAccount(accountId, (account, { policy }) =>
      snoozeKey(account, keyId, days, tightenPolicy(policy, managed), today()),
    );
  },

  'keys.set-account-interval': ({ accountId, interval }) =>
    changeAccount(accountId, account => ok(setAccountInterval(account, interval))),

  'keys.copied': ({ accountId, keyId, format }) =>
    withBody(async body => {
      const account = findAccount(body, accountId);
      const key = account && findKey(account, keyId);
      if (key === null) return err([failure('key-missing')]);
      const clears = await forgetCopiedTextLater(formatKey(key.secret.reveal(), format));
      await noteCopied(accountId, keyId);
      return ok({ clears });
    }),

  'keys.history': ({ accountId, keyId }) => readHistory(accountId, keyId),

  'keys.see-dashboard': async () => {
    const isSeen = await isDashboardInFront();
    if (isSeen) await dashboardSeenItem.write(Date.now());
    return ok({ isSeen });
  },

  'keys.rotate': async ({ accountId, keyId, issue, otherKeyId }) => {
    const evidence = await findEvidence(otherKeyId);
    return changeAccount(accountId, account => startRotation(account, keyId, { issue, evidence }, Date.now()));
  },

  'keys.check': async ({ accountId, keyId }) => {
    const key = await withBody(body => {
      const account = findAccount(body, accountId);
      const found = account && findKey(account, keyId);
      return found === null ? err([failure('key-missing')]) : ok(found);
    });
    if (!key.ok) return key;
    const checked = await checkKey(key.value.secret);
    if (checked.ok) return changeAccount(accountId, account => proveKey(account, keyId, Date.now()));
    if (checked.error === 'check-refused') {
      await vault.update(body => recordKeyRefused(body, accountId, keyId, Date.now()));
    }
    return err([failure(checked.error)]);
  },

  'keys.rotation-step': async ({ accountId, step }) => {
    const before = await vault.read();
    const account = before.ok ? findAccount(before.value, accountId) : null;
    const oldKeyId = account && rotationOf(account)?.oldKeyId;
    const saved = await changeAccount(accountId, stepOf(step, Date.now()));
    if (saved.ok && step.do === 'revoked' && oldKeyId) await noteEvent('rotated', accountId, oldKeyId);
    return saved;
  },
};
