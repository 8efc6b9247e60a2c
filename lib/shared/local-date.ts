import { DAY_MS } from './duration';

/**
 * A calendar date as a person means it, `YYYY-MM-DD`, without a time or a zone. A key made "on the 3rd" stays made on
 * the 3rd wherever its owner travels, so ages are differences of calendar dates and never of milliseconds.
 */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_YEAR = 1970;
const LAST_YEAR = 9999;
/** As far as two calendars on earth are apart. Further than that, a clock has been wrong. */
export const ZONES_APART_DAYS = 2;
/** 9999-12-31, the last date that can be written. */
const LAST_DAY = 2_932_896;

/** Reads a date that exists in the calendar, year 1970 to 9999; null for anything else. */
export function parseLocalDate(text: string): LocalDate | null {
  const match = PATTERN.exec(text);
  if (match === null) return null;
  const [, year, month, day] = match.map(Number);
  const utc = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return utc.getUTCFullYear() >= FIRST_YEAR && utc.toISOString().slice(0, 10) === text ? (text as LocalDate) : null;
}

/** Days from 1970-01-01 to the date, counted in the calendar. */
export function dayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The inverse of {@link dayNumber}. */
export function dateOfDay(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

/** The date `days` later (earlier where negative), and never one past the last that there is. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(Math.min(dayNumber(date) + days, LAST_DAY));
}

/** Whole calendar days from `earlier` to `later`; negative where they are the other way round. */
export function daysBetween(earlier: LocalDate, later: LocalDate): number {
  return dayNumber(later) - dayNumber(earlier);
}

/**
 * The calendar date at an instant, in the zone that the given `Date` reads local time in. A clock that shows no date that
 * can be written, as one whose battery is dead does west of Greenwich, is read as the nearest that can.
 */
export function localDateOf(instant: Date): LocalDate {
  const year = instant.getFullYear();
  if (year < FIRST_YEAR) return dateOfDay(0);
  if (year > LAST_YEAR) return dateOfDay(LAST_DAY);
  const month = String(instant.getMonth() + 1).padStart(2, '0');
  const day = String(instant.getDate()).padStart(2, '0');
  return `${year}-${month}-${day}` as LocalDate;
}
