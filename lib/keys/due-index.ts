// What the worker knows about keys while the vault is locked. Invariant: days only, no ids, no labels. Each list is filled
// up with days that never come, so that the size of what is stored says little. Whoever reads it can count what this worker
// can count without a key: how many keys ask for rotation, on any day (docs/decisions/012).
import * as v from 'valibot';
import type { Account } from '../model/account';
import type { Key } from '../model/key';
import type { PolicyInForce } from '../model/managed';
import type { LocalDate } from '../shared/local-date';
import { dayNumber, ZONES_APART_DAYS } from '../shared/local-date';
import { dueDateOf } from './age';
import { putOffUntil } from './put-off';

/** A day far beyond any calendar (the year 9999 is day 2 932 896). */
const NEVER = 9_999_999;
const FILL_TO_MULTIPLE_OF = 16;
/** A compromised key is due since ever. */
const ALWAYS = 0;

const daySchema = v.pipe(v.number(), v.integer());

/** All days are numbers, counted from 1970-01-01. */
const entriesSchema = v.strictObject({
  /** Sorted: the days from which a key counts as due soon; its due day where it is given no notice. */
  soonDays: v.array(daySchema),
  /** Sorted: the days on which a key's rotation falls due, or is asked for again after it was put off. */
  dueDays: v.array(daySchema),
  /** What came up to this day was announced. */
  announcedDay: daySchema,
  /** The day of the last notification. */
  notifiedDay: daySchema,
  /** Whether it was shown: not yet where the worker died between. */
  isShown: v.boolean(),
  /** Whether something came in late, its day announced by then without it: it is owed at the next nine. */
  hasLate: v.optional(v.boolean(), false),
});

/** Every key has a day in either list, so lists of unlike length were not written here. */
export const dueIndexSchema = v.pipe(
  entriesSchema,
  v.check(({ soonDays, dueDays }) => soonDays.length === dueDays.length),
);

/** The stored lists of days on which keys ask for something, and how far that was announced. */
export type DueIndex = v.InferOutput<typeof dueIndexSchema>;

/**
 * When a key asks, as seen on the day `today`; null where it never does. What was put off asks again on the day until which
 * it was.
 */
function askingDaysOf(
  key: Key,
  account: Account,
  policy: PolicyInForce,
  today: LocalDate,
): { soonDay: number; dueDay: number } | null {
  if (key.compromisedAtMs !== null) return { soonDay: ALWAYS, dueDay: ALWAYS };
  const dueOn = dueDateOf(key, { account, policy });
  if (dueOn === null) return null;
  const until = putOffUntil(key, today);
  const againDay = until === null ? 0 : dayNumber(until);
  const dueDay = Math.max(dayNumber(dueOn), againDay);
  return { soonDay: Math.min(dueDay, Math.max(dayNumber(dueOn) - policy.noticeDays, againDay)), dueDay };
}

function fillUp(days: readonly number[]): number[] {
  const length = Math.max(1, Math.ceil(days.length / FILL_TO_MULTIPLE_OF)) * FILL_TO_MULTIPLE_OF;
  return [...days, ...Array<number>(length - days.length).fill(NEVER)].toSorted((a, b) => a - b);
}

/**
 * The last day of which everything was announced, as seen on the day `todayDay`; both are numbers of days. What was
 * announced by a clock that was ahead counts as announced up to today only.
 */
export function announcedThrough({ announcedDay }: Pick<DueIndex, 'announcedDay'>, todayDay: number): number {
  return announcedDay > todayDay + ZONES_APART_DAYS ? todayDay : announcedDay;
}

/** Whether there is a day up to `last` that was not there before, or for fewer keys. */
function hasNewUpTo(last: number, days: readonly number[], before: readonly number[]): boolean {
  const countIn = (list: readonly number[], day: number) => list.filter(other => other === day).length;
  return days.some(day => day <= last && countIn(days, day) > countIn(before, day));
}

/**
 * The index for a vault's accounts: a day of each kind for each active key of an account that was not removed. How far the
 * one before it was announced stays. A day that was announced before this key had it (a key that is due when it comes in, a
 * shorter interval, an organisation's policy that came late) is late, and is told of at the next nine.
 */
export function buildDueIndex(
  accounts: readonly Account[],
  policy: PolicyInForce,
  before: DueIndex | null,
  today: LocalDate,
): DueIndex {
  const asking = accounts
    .filter(account => account.removedAtMs === null)
    .flatMap(account =>
      account.keys.map(key => (key.state === 'active' ? askingDaysOf(key, account, policy, today) : null)),
    )
    .filter(days => days !== null);
  const soonDays = fillUp(asking.map(({ soonDay }) => soonDay));
  const dueDays = fillUp(asking.map(({ dueDay }) => dueDay));
  // Where nothing was stored, today's nine may be still to come.
  const announcedDay = before?.announcedDay ?? dayNumber(today) - 1;
  const last = announcedThrough({ announcedDay }, dayNumber(today));
  return {
    soonDays,
    dueDays,
    announcedDay,
    notifiedDay: before?.notifiedDay ?? 0,
    isShown: before?.isShown ?? true,
    hasLate:
      before?.hasLate === true ||
      hasNewUpTo(last, soonDays, before?.soonDays ?? []) ||
      hasNewUpTo(last, dueDays, before?.dueDays ?? []),
  };
}

function countUpTo(days: readonly number[], day: LocalDate): number {
  const last = dayNumber(day);
  return days.filter(other => other <= last).length;
}

/** How many keys are due on a day. */
export function countDue({ dueDays }: DueIndex, today: LocalDate): number {
  return countUpTo(dueDays, today);
}

/** How many keys are due soon on a day, and not due yet. */
export function countDueSoon({ soonDays, dueDays }: DueIndex, today: LocalDate): number {
  // Every key has a day in either list, and the first of them is never the later one.
  return countUpTo(soonDays, today) - countUpTo(dueDays, today);
}
