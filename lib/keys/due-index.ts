// What the worker knows about keys while the vault is locked. Invariant: days only, no ids, no labels, no counts: the
// list is filled up with days that never come, to a length that says little.
import * as v from 'valibot';
import type { Account } from '../model/account';
import type { Policy } from '../model/policy';
import type { LocalDate } from '../shared/local-date';
import { dayNumber } from '../shared/local-date';
import { dueDateOf } from './age';

/** A day far beyond any calendar (the year 9999 is day 2 932 896). */
const NEVER = 9_999_999;
const FILL_TO_MULTIPLE_OF = 16;
/** A compromised key is due since ever. */
const ALWAYS = 0;

export const dueIndexSchema = v.strictObject({
  /** Sorted numbers of the days, counted from 1970-01-01, on which a key's rotation falls due. */
  dueDays: v.array(v.pipe(v.number(), v.integer())),
});

/** The stored list of days on which keys fall due. */
export type DueIndex = v.InferOutput<typeof dueIndexSchema>;

/** The index for a vault's accounts: one day for each active key of an account that was not removed. */
export function buildDueIndex(accounts: readonly Account[], policy: Policy): DueIndex {
  const days = accounts
    .filter(account => account.removedAtMs === null)
    .flatMap(account => account.keys)
    .filter(key => key.state === 'active')
    .map(key => (key.compromisedAtMs === null ? dayNumber(dueDateOf(key, policy)) : ALWAYS))
    .toSorted((a, b) => a - b);
  const length = Math.max(1, Math.ceil(days.length / FILL_TO_MULTIPLE_OF)) * FILL_TO_MULTIPLE_OF;
  return { dueDays: [...days, ...Array<number>(length - days.length).fill(NEVER)] };
}

/** How many keys are due on a day. */
export function countDue(index: DueIndex, today: LocalDate): number {
  const day = dayNumber(today);
  return index.dueDays.filter(dueDay => dueDay <= day).length;
}
