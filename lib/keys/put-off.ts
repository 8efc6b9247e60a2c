import type { Key } from '../model/key';
import type { LocalDate } from '../shared/local-date';
import { daysBetween, ZONES_APART_DAYS } from '../shared/local-date';

/** For how many days a reminder can be put off. */
export const SNOOZE_DAYS = [1, 3, 7] as const;

export type SnoozeDays = (typeof SNOOZE_DAYS)[number];

/** No further ahead lies what a person chose, whatever journey they have made since. */
const FURTHEST_DAYS = Math.max(...SNOOZE_DAYS) + ZONES_APART_DAYS;

/**
 * Until when a key's reminders are put off, as seen on the day `today`: a day that may have come already. Null where they
 * never were, or until a day further ahead than anybody can choose: a clock that was ahead has set that.
 */
export function putOffUntil({ snooze }: Pick<Key, 'snooze'>, today: LocalDate): LocalDate | null {
  return snooze !== null && daysBetween(today, snooze.until) <= FURTHEST_DAYS ? snooze.until : null;
}
