import type { Key } from '../model/key';
import type { Policy } from '../model/policy';
import type { LocalDate } from '../shared/local-date';
import { addDays, daysBetween } from '../shared/local-date';

/** How urgent a key's rotation is. `compromised` asks for it at once, whatever the key's age. */
export type KeyState = 'fresh' | 'due-soon' | 'overdue' | 'compromised';

/** A key's age on a day. `fraction` is how much of its interval has passed, from 0 to 1: what the ring around it shows. */
export type KeyAge = {
  readonly ageDays: number;
  readonly dueOn: LocalDate;
  /** Days until rotation is due; negative once it is overdue. */
  readonly daysLeft: number;
  readonly state: KeyState;
  readonly fraction: number;
};

/** The day on which a key's rotation falls due, by its own interval or the policy's. */
export function dueDateOf(key: Pick<Key, 'createdOn' | 'intervalDays'>, policy: Policy): LocalDate {
  return addDays(key.createdOn, key.intervalDays ?? policy.intervalDays);
}

/**
 * A key's age on the day `today`, in the calendar of its owner. Due on the very day its interval has passed. A key dated
 * in the future, which a clock set back can bring about, has an age of 0.
 */
export function ageOf(
  key: Pick<Key, 'createdOn' | 'intervalDays' | 'compromisedAtMs'>,
  policy: Policy,
  today: LocalDate,
): KeyAge {
  const dueOn = dueDateOf(key, policy);
  const ageDays = Math.max(0, daysBetween(key.createdOn, today));
  const daysLeft = daysBetween(today, dueOn);
  const byAge = daysLeft <= 0 ? 'overdue' : daysLeft <= policy.noticeDays ? 'due-soon' : 'fresh';
  const state = key.compromisedAtMs === null ? byAge : 'compromised';
  return {
    ageDays,
    dueOn,
    daysLeft,
    state,
    fraction: Math.min(1, ageDays / (key.intervalDays ?? policy.intervalDays)),
  };
}

/** Whether the person should rotate this key now. */
export function isDue(age: KeyAge): boolean {
  return age.state === 'overdue' || age.state === 'compromised';
}
