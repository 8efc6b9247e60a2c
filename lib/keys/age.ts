import type { Key, OwnInterval } from '../model/key';
import type { LocalDate } from '../shared/local-date';
import { addDays, daysBetween } from '../shared/local-date';
import type { Rules } from './interval';
import { intervalDaysOf } from './interval';
import { putOffUntil } from './put-off';

/**
 * How urgent a key's rotation is. `compromised` asks for it at once, whatever the key's age; `never` does not, for a reason
 * that was given.
 */
export type Urgency = 'never' | 'fresh' | 'due-soon' | 'overdue' | 'compromised';

/** A key's age on a day. `fraction` is how much of its interval has passed, from 0 to 1: what the ring around it shows. */
export type KeyAge = {
  readonly ageDays: number;
  /** Null where it is never due. */
  readonly dueOn: LocalDate | null;
  /** Days until rotation is due; negative once it is overdue, null where it never is. */
  readonly daysLeft: number | null;
  readonly state: Urgency;
  readonly fraction: number;
  /** Until when its owner has put it off; null where it is not put off now. */
  readonly snoozedUntil: LocalDate | null;
};

type AgingKey = Pick<Key, 'createdOn' | 'compromisedAtMs' | 'snooze' | keyof OwnInterval>;

/** The day on which a key's rotation falls due, or null where it never does. */
export function dueDateOf(key: Pick<AgingKey, 'createdOn' | keyof OwnInterval>, rules: Rules): LocalDate | null {
  const intervalDays = intervalDaysOf(key, rules);
  return intervalDays === null ? null : addDays(key.createdOn, intervalDays);
}

/**
 * A key's age on the day `today`, in the calendar of its owner. Due on the very day its interval has passed. A key dated
 * in the future, which a clock set back can bring about, has an age of 0.
 */
export function ageOf(key: AgingKey, rules: Rules, today: LocalDate): KeyAge {
  const intervalDays = intervalDaysOf(key, rules);
  const dueOn = dueDateOf(key, rules);
  const ageDays = Math.max(0, daysBetween(key.createdOn, today));
  const daysLeft = dueOn === null ? null : daysBetween(today, dueOn);
  const state = key.compromisedAtMs === null ? stateByAge(daysLeft, rules) : 'compromised';
  const isAsking = state === 'due-soon' || state === 'overdue';
  const until = putOffUntil(key, today);
  const isPutOff = isAsking && until !== null && daysBetween(today, until) > 0;
  return {
    ageDays,
    dueOn,
    daysLeft,
    state,
    fraction: intervalDays === null ? 0 : Math.min(1, ageDays / intervalDays),
    snoozedUntil: isPutOff ? until : null,
  };
}

function stateByAge(daysLeft: number | null, { policy }: Rules): Urgency {
  if (daysLeft === null) return 'never';
  if (daysLeft <= 0) return 'overdue';
  return daysLeft <= policy.noticeDays ? 'due-soon' : 'fresh';
}

/** Whether the person should rotate this key now: it is time, and they have not put it off. A compromised one at once. */
export function isDue({ state, snoozedUntil }: Pick<KeyAge, 'state' | 'snoozedUntil'>): boolean {
  return state === 'compromised' || (state === 'overdue' && snoozedUntil === null);
}
