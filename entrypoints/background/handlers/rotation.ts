// Rotations. Invariants: that a dashboard was seen is found out by looking at the tab, and is not what a page says; a key goes
// to the relay only by a message of its own.
import { checkKey } from '../../../lib/browser/check-key';
import { dashboardSeenItem, isDashboardInFront } from '../../../lib/browser/dashboard-seen';
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
import type { Failure } from '../../../lib/messages/failures';
import { failure } from '../../../lib/messages/failures';
import type { RotationStep } from '../../../lib/messages/key-rows';
import type { Account } from '../../../lib/model/account';
import type { GuardEvidence } from '../../../lib/model/rotation';
import type { Result } from '../../../lib/shared/result';
import { err, ok } from '../../../lib/shared/result';
import { findAccount } from '../../../lib/vault/accounts';
import { recordKeyRefused } from '../../../lib/vault/sign-ins';
import { changeInTheOpen } from '../change-account';
import { noteEvent } from '../history';
import type { Handlers } from '../router';
import { withKey } from '../with-key';
import { vault } from '../worker';

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

/** A key's rotation, from what it may begin on to its last step. */
export const rotationHandlers: Pick<
  Handlers,
  'keys.see-dashboard' | 'keys.rotate' | 'keys.check' | 'keys.rotation-step'
> = {
  'keys.see-dashboard': async () => {
    const isSeen = await isDashboardInFront();
    if (isSeen) await dashboardSeenItem.write(Date.now());
    return ok({ isSeen });
  },

  'keys.rotate': async ({ accountId, keyId, issue, otherKeyId }) => {
    const evidence = await findEvidence(otherKeyId);
    return changeInTheOpen(accountId, account => startRotation(account, keyId, { issue, evidence }, Date.now()));
  },

  'keys.check': async ({ accountId, keyId }) => {
    const key = await withKey(accountId, keyId, async found => ok(found));
    if (!key.ok) return key;
    const checked = await checkKey(key.value.secret);
    if (checked.ok) return changeInTheOpen(accountId, account => proveKey(account, keyId, Date.now()));
    if (checked.error === 'check-refused') {
      await vault.update(body => recordKeyRefused(body, accountId, keyId, Date.now()));
    }
    return err([failure(checked.error)]);
  },

  'keys.rotation-step': async ({ accountId, step }) => {
    const before = await vault.read();
    const account = before.ok ? findAccount(before.value, accountId) : null;
    const oldKeyId = account && rotationOf(account)?.oldKeyId;
    const saved = await changeInTheOpen(accountId, stepOf(step, Date.now()));
    if (saved.ok && step.do === 'revoked' && oldKeyId) await noteEvent('rotated', accountId, oldKeyId);
    return saved;
  },
};
