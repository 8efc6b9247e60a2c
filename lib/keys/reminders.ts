// When a reminder is shown. Invariants: each key is announced once when it becomes due soon, once when it falls due and
// weekly from then on, grouped in at most one notification a day; what was missed while the browser was closed is caught
// up with, and so is a key that was due already when it came in; a clock set forward and back again loses nothing.
import type { LocalDate } from '../shared/local-date';
import { dayNumber } from '../shared/local-date';
import type { DueIndex } from './due-index';
import { announcedThrough, countDue, countDueSoon } from './due-index';

/** The hour of the person's own day from which reminders come. */
export const REMIND_FROM_HOUR = 9;
/** What has waited for longer is told at once, for someone who is never there at that hour. */
const WAITS_AT_MOST_DAYS = 1;
const AGAIN_AFTER_DAYS = 7;

/** The person's own clock, read at one instant. */
export type LocalClock = { readonly today: LocalDate; readonly hour: number };

/** What a look at the index comes to: how it is from now on, and what is to be told, if anything. */
export type Look = {
  readonly index: DueIndex;
  readonly tell: { readonly dueCount: number; readonly soonCount: number } | null;
};

/** Whether a day or, for a due key, every seventh day after it lies after `from` and not after `through`. */
function hasCome({ soonDays, dueDays }: DueIndex, from: number, through: number): boolean {
  const week = (day: number, dueDay: number) => Math.floor((day - dueDay) / AGAIN_AFTER_DAYS);
  return (
    soonDays.some(day => day > from && day <= through) ||
    dueDays.some(dueDay => dueDay <= through && week(through, dueDay) > week(from, dueDay))
  );
}

/**
 * Looks whether something is to be told now. May be called at any time and any number of times. The index it gives is
 * stored before anything is shown; then {@link markShown} is. A worker that dies in between shows it when it starts again.
 */
export function lookForReminder(index: DueIndex, { today, hour }: LocalClock): Look {
  const day = dayNumber(today);
  // What a clock told of that was ahead is told again when its days really come.
  const from = announcedThrough(index, day);
  const through = Math.max(from, hour >= REMIND_FROM_HOUR ? day : day - WAITS_AT_MOST_DAYS - 1);
  const isTold = index.notifiedDay === day && index.isShown;
  if (isTold) return { index: { ...index, announcedDay: from }, tell: null };
  const [dueCount, soonCount] = [countDue(index, today), countDueSoon(index, today)];
  const isLate = index.hasLate && through > from;
  const tells = (!index.isShown || isLate || hasCome(index, from, through)) && dueCount + soonCount > 0;
  return {
    index: {
      ...index,
      announcedDay: through,
      notifiedDay: tells ? day : index.notifiedDay,
      isShown: !tells,
      // Told with whatever else is: what is told is how many there are.
      hasLate: index.hasLate && !isLate && !tells,
    },
    tell: tells ? { dueCount, soonCount } : null,
  };
}

/** The index once its reminder was shown. */
export function markShown(index: DueIndex): DueIndex {
  return { ...index, isShown: true };
}
