// What the worker knows about keys while the vault is locked. Invariant: days only, no ids, no labels, no counts: each
// list is filled up with days that never come, to a length that says little.
import * as v from 'valibot';
import type { Account } from '../model/account';
import type { Key } from '../model/key';
import type { PolicyInForce } from '../model/managed';
import type { LocalDate } from '../shared/local-date';
import { dayNumber } from '../shared/local-date';
import { dueDateOf } from './age';

/** A day far beyond any calendar (the year 9999 is day 2 932 896). */
const NEVER = 9_999_999;
const FILL_TO_MULTIPLE_OF = 16;
/** A compromised key is due since ever. */
const ALWAYS = 0;

const daySchema = v.pipe(v.number(), v.integer());

/** All days are numbers, counted from 1970-01-01. */
export const dueIndexSchema = v.strictObject({
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
});

/** The stored lists of days on which keys ask for something, and how far that was announced. */
export type DueIndex = v.InferOutput<typeof dueIndexSchema>;

/** When a key asks, or null where it never does. What was put off asks again on the day until which it was. */
function askingDaysOf(key: Key, account: Account, policy: PolicyInForce): { soonDay: number; dueDay: number } | null {
  if (key.compromisedAtMs !== null) return { soonDay: ALWAYS, dueDay: ALWAYS };
  const dueOn = dueDateOf(key, { account, policy });
  if (dueOn === null) return null;
  const againDay = key.snooze === null ? 0 : dayNumber(key.snooze.until);
  const dueDay = Math.max(dayNumber(dueOn), againDay);
  return { soonDay: Math.min(dueDay, Math.max(dayNumber(dueOn) - policy.noticeDays, againDay)), dueDay };
}

function fillUp(days: readonly number[]): number[] {
  const length = Math.max(1, Math.ceil(days.length / FILL_TO_MULTIPLE_OF)) * FILL_TO_MULTIPLE_OF;
  return [...days, ...Array<number>(length - days.length).fill(NEVER)].toSorted((a, b) => a - b);
}

/**
 * The index for a vault's accounts: a day of each kind for each active key of an account that was not removed. How far the
 * one before it was announced stays; where there was none, what is there today counts as announced, since its owner has
 * the vault open.
 */
export function buildDueIndex(
  accounts: readonly Account[],
  policy: PolicyInForce,
  before: DueIndex | null,
  today: LocalDate,
): DueIndex {
  const asking = accounts
    .filter(account => account.removedAtMs === null)
    .flatMap(account => account.keys.map(key => (key.state === 'active' ? askingDaysOf(key, account, policy) : null)))
    .filter(days => days !== null);
  return {
    soonDays: fillUp(asking.map(({ soonDay }) => soonDay)),
    dueDays: fillUp(asking.map(({ dueDay }) => dueDay)),
    announcedDay: before?.announcedDay ?? dayNumber(today),
    notifiedDay: before?.notifiedDay ?? 0,
    isShown: before?.isShown ?? true,
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
