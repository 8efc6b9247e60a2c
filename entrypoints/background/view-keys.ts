import { prescribedDaysOf } from '../../lib/keys/interval';
import { countPlaces, maySignIn } from '../../lib/keys/inventory';
import { guidedStageOf, rotationOf } from '../../lib/keys/rotation';
import { isProvenSignInKey } from '../../lib/keys/rotation-guard';
import { snoozesLeft } from '../../lib/keys/snooze';
import type { AccountKeysView, InventoryKeyView, RotationView } from '../../lib/messages/key-views';
import type { Account } from '../../lib/model/account';
import type { Key } from '../../lib/model/key';
import type { PolicyInForce } from '../../lib/model/managed';
import type { LocalDate } from '../../lib/shared/local-date';
import { viewKey } from './view-account';

/** When it is for the person who looks: their day, and the moment in milliseconds since 1970. */
export type Moment = { readonly today: LocalDate; readonly nowMs: number };

function viewInventoryKey(
  account: Account,
  key: Key,
  policy: PolicyInForce,
  { today, nowMs }: Moment,
): InventoryKeyView {
  const { label, purpose, note, compromisedAtMs, intervalDays, neverDueBecause, integrations } = key;
  const { lastUsedAtMs, provenAtMs, refusedAtMs, revokedAtMs } = key;
  return {
    ...viewKey(key, { account, policy }, today),
    ...{ label, purpose, note, compromisedAtMs, intervalDays, neverDueBecause, integrations },
    ...{ lastUsedAtMs, provenAtMs, refusedAtMs, revokedAtMs },
    use: key.state,
    placeCount: countPlaces(key),
    prescribedDays: prescribedDaysOf(key, { account, policy }),
    isFilled: account.signInKeyId === key.id,
    mayBeFilled: maySignIn(key),
    snoozesLeft: snoozesLeft(key),
    guardsOthers: isProvenSignInKey(key, nowMs),
  };
}

function viewRotation(account: Account): RotationView | null {
  const rotation = rotationOf(account);
  const stage = rotation && guidedStageOf(rotation);
  if (rotation === null || stage === null) return null;
  const { oldKeyId, newKeyId, issue, isTrying } = rotation;
  const signInAsksForKey = account.lastSignIn?.askedForKey !== false;
  return { oldKeyId, newKeyId, issue, isTrying, signInAsksForKey, stage };
}

/** What pages see of an account's keys: everything about them but what they are. */
export function viewKeys(account: Account, policy: PolicyInForce, moment: Moment): AccountKeysView {
  const { id: accountId, intervalDays, neverDueBecause } = account;
  const keys = account.keys.map(key => viewInventoryKey(account, key, policy, moment));
  return { accountId, intervalDays, neverDueBecause, keys, rotation: viewRotation(account) };
}
