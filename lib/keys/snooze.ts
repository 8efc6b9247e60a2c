import type { Account } from '../model/account';
import type { Key } from '../model/key';
import type { PolicyInForce } from '../model/managed';
import type { LocalDate } from '../shared/local-date';
import { addDays } from '../shared/local-date';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { ageOf } from './age';
import { changeKey, findKey } from './find-key';

/** For how many days a reminder can be put off, and how often for one key. */
export const SNOOZE_DAYS = [1, 3, 7] as const;
export const SNOOZE_TIMES = 3;

export type SnoozeDays = (typeof SNOOZE_DAYS)[number];

/**
 * `snooze-compromised`: somebody else may have the key, so it is not put off. `snooze-not-due`: nothing asks yet.
 * `snooze-used-up`: it was put off as often as it can be.
 */
export type SnoozeFailure = 'key-missing' | 'snooze-compromised' | 'snooze-not-due' | 'snooze-used-up';

/** How often more a key can be put off. */
export function snoozesLeft({ snooze }: Pick<Key, 'snooze'>): number {
  return Math.max(0, SNOOZE_TIMES - (snooze?.count ?? 0));
}

/** Puts a key's reminders off until some days from today. Rotating it gives the next key all its times again. */
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
