import type { InventoryKeyView } from '../../lib/messages/key-views';
import type { LocalDate } from '../../lib/shared/local-date';
import { dateOfDay, dayNumber, localDateOf } from '../../lib/shared/local-date';

/** A stretch of the timeline. Both ends are between 0, its first day, and 1, its last one. */
export type Stretch = { readonly from: number; readonly to: number };

/** One key's bar. Stretches that are not there are null. */
export type Bar = {
  /** From its making until it is due, or today: how much of its interval has passed. */
  readonly age: Stretch;
  /** What is left of the interval. */
  readonly rest: Stretch | null;
  /** From the day it was due until today. */
  readonly overdue: Stretch | null;
  /** Where it is due; null where it never is, or it is dead. */
  readonly dueAt: number | null;
  /** Whether it goes on without an end. */
  readonly isEndless: boolean;
  /** Whether it began before the timeline does. */
  readonly isCutOff: boolean;
};

export type Timeline = {
  /** The first days of some months, no more than there is room to name. */
  readonly ticks: readonly { readonly at: number; readonly date: LocalDate }[];
  readonly todayAt: number;
  readonly bars: readonly Bar[];
};

type Aged = Pick<InventoryKeyView, 'createdOn' | 'dueOn' | 'use' | 'revokedAtMs'>;

/** Older than this is drawn as cut off, so that one ancient key does not squeeze all others. Days. */
const PAST_DAYS = 400;
const AHEAD_DAYS = 400;
/** Room after today and after the last due day. */
const ROOM_DAYS = 14;
const LEAST_DAYS = 90;
const MOST_TICKS = 8;
const MONTH_STEPS = [1, 2, 3, 6, 12] as const;

function endOf({ dueOn, use, revokedAtMs }: Aged, today: number): number {
  if (use !== 'revoked') return dueOn === null ? today : Math.max(today, dayNumber(dueOn));
  return revokedAtMs === null ? today : dayNumber(localDateOf(new Date(revokedAtMs)));
}

function monthsBetween(firstDay: number, lastDay: number): readonly LocalDate[] {
  const months: LocalDate[] = [];
  const month = new Date(`${dateOfDay(firstDay).slice(0, 7)}-01T00:00:00Z`);
  for (;;) {
    const date = month.toISOString().slice(0, 10) as LocalDate;
    if (dayNumber(date) > lastDay) return months;
    if (dayNumber(date) >= firstDay) months.push(date);
    month.setUTCMonth(month.getUTCMonth() + 1);
  }
}

/** Every month, or as many of them as leave room for their names; January is among them where any is. */
function chooseTicks(months: readonly LocalDate[]): readonly LocalDate[] {
  const monthOf = (date: LocalDate) => Number(date.slice(5, 7)) - 1;
  for (const step of MONTH_STEPS) {
    const chosen = months.filter(date => monthOf(date) % step === 0);
    if (chosen.length <= MOST_TICKS) return chosen;
  }
  return [];
}

/** Where each key's bar lies on a common line of time, in the order of `keys`. */
export function layOut(keys: readonly Aged[], today: LocalDate): Timeline {
  const now = dayNumber(today);
  const starts = keys.map(({ createdOn }) => Math.min(now, dayNumber(createdOn)));
  const ends = keys.map(key => endOf(key, now));
  const first = Math.max(now - PAST_DAYS, Math.min(now - LEAST_DAYS / 2, ...starts));
  const last = Math.min(now + AHEAD_DAYS, Math.max(now + LEAST_DAYS / 2, ...ends)) + ROOM_DAYS;
  const placeOf = (day: number) => Math.min(1, Math.max(0, (day - first) / (last - first)));
  const stretch = (from: number, to: number): Stretch | null =>
    placeOf(to) > placeOf(from) ? { from: placeOf(from), to: placeOf(to) } : null;

  const bars = keys.map((key, index): Bar => {
    const start = starts[index] ?? now;
    const end = key.use === 'revoked' ? (ends[index] ?? now) : now;
    const due = key.dueOn === null || key.use === 'revoked' ? null : dayNumber(key.dueOn);
    const grown = due === null ? end : Math.min(end, due);
    return {
      age: { from: placeOf(start), to: placeOf(Math.max(start, grown)) },
      rest: due === null ? null : stretch(Math.max(start, end), due),
      overdue: due === null ? null : stretch(due, end),
      dueAt: due === null || due > last || due < first ? null : placeOf(due),
      isEndless: key.dueOn === null && key.use !== 'revoked',
      isCutOff: start < first,
    };
  });
  const ticks = chooseTicks(monthsBetween(first, last)).map(date => ({ at: placeOf(dayNumber(date)), date }));
  return { ticks, todayAt: placeOf(now), bars };
}
