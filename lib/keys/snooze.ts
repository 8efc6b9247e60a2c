import type { Account } from '../model/account';
import { changeKey, findKey } from '../model/account';
import type { Key } from '../model/key';
import type { PolicyInForce } from '../model/managed';
import type { LocalDate } from '../shared/local-date';
import { addDays } from '../shared/local-date';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { ageOf } from './age';
import type { SnoozeDays } from './put-off';

/** How often a key's reminders can be put off. */
export const SNOOZE_TIMES = 3;

/**
 * `key-missing`: the account has no such key in use. `snooze-compromised`: somebody else may have the key, so it is not put off. `snooze-not-due`: nothing asks yet.
 * `snooze-used-up`: it was put off as often as it can be.
 */
export type SnoozeFailure = 'key-missing' | 'snooze-compromised' | 'snooze-not-due' | 'snooze-used-up';

/** How often more a key can be put off. */
export function snoozesLeft({ snooze }: Pick<Key, 'snooze'>): number {
  return Math.max(0, SNOOZE_TIMES - (snooze?.count ?? 0));
}

/**
 * Puts a key's reminders off until some days from today. Nothing that is done with a key gives it its times again: only the
 * next key has them.
 */
export function snoozeKey(
  account: Account,
  keyId: string,
  days: SnoozeDays,
  policy: PolicyInForce,
  today: LocalDate,
): Result<Account, SnoozeFailure> {
  const key = findKey(account, keyId);
  if (key?.state !== 'active') return err('key-missing');
  const { state } = ageOf(key, { account, policy }, today);
  if (state === 'compromised') return err('snooze-compromised');
  if (state !== 'due-soon' && state !== 'overdue') return err('snooze-not-due');
  if (snoozesLeft(key) === 0) return err('snooze-used-up');
  const snooze = { until: addDays(today, days), count: SNOOZE_TIMES - snoozesLeft(key) + 1 };
  return ok(changeKey(account, keyId, { snooze }));
}
