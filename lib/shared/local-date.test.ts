import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from './local-date';
import { addDays, dateOfDay, dayNumber, daysBetween, localDateOf, parseLocalDate } from './local-date';

/** Day 2 932 896 is 9999-12-31, the last date that can be written. */
const LAST_DAY = 2_932_896;

function date(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (parsed === null) throw new Error(`${text} is no date`);
  return parsed;
}

describe('parseLocalDate', () => {
  it.each(['1970-01-01', '2000-02-29', '2024-02-29', '2026-11-22', '9999-12-31'])('reads %s', text => {
    expect(parseLocalDate(text)).toBe(text);
  });

  it.each([
    ['a day that a common year does not have', '2023-02-29'],
    ['a day that a century does not have', '2100-02-29'],
    ['the 31st of a short month', '2026-04-31'],
    ['month 13', '2026-13-01'],
    ['month 0', '2026-00-10'],
    ['day 0', '2026-01-00'],
    ['a year before 1970', '1969-12-31'],
    ['a two-digit year', '26-11-22'],
    ['a year that would be read as 1999', '0099-01-01'],
    ['a five-digit year', '10000-01-01'],
    ['one-digit parts', '2026-1-2'],
    ['another order', '22-11-2026'],
    ['slashes', '2026/11/22'],
    ['a time behind it', '2026-11-22T00:00'],
    ['white space', ' 2026-11-22'],
    ['a line break behind it', '2026-11-22\n'],
    ['digits of another script', '２０２６-11-22'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(parseLocalDate(text)).toBeNull();
  });
});

describe('day numbers', () => {
  it('count from 1970-01-01', () => {
    expect(dayNumber(date('1970-01-01'))).toBe(0);
    expect(dayNumber(date('1970-01-02'))).toBe(1);
    expect(dayNumber(date('9999-12-31'))).toBe(LAST_DAY);
  });

  it('lead back to the date, which reads as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LAST_DAY }), day => {
        expect(dayNumber(dateOfDay(day))).toBe(day);
        expect(parseLocalDate(dateOfDay(day))).toBe(dateOfDay(day));
      }),
    );
  });

  it('sort as their dates do', () => {
    const day = fc.integer({ min: 0, max: LAST_DAY });
    fc.assert(fc.property(day, day, (a, b) => Math.sign(a - b) === Math.sign(compare(dateOfDay(a), dateOfDay(b)))));
  });
});

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

describe('addDays and daysBetween', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-02-29', 365, '2025-02-28'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-08-24', 90, '2026-11-22'],
  ])('%s and %d days is %s', (from, days, to) => {
    expect(addDays(date(from), days)).toBe(to);
    expect(daysBetween(date(from), date(to))).toBe(days);
  });

  it('stop at the last date that there is, since a later one could not be stored', () => {
    expect(addDays(date('9999-12-31'), 90)).toBe('9999-12-31');
  });
});

describe('localDateOf', () => {
  it('takes the calendar of the person and not that of Greenwich', () => {
    const justAfterMidnight = new Date(2026, 10, 22, 0, 0, 1);
    const justBefore = new Date(2026, 10, 22, 23, 59, 59);
    expect(localDateOf(justAfterMidnight)).toBe('2026-11-22');
    expect(localDateOf(justBefore)).toBe('2026-11-22');
  });

  it.each([
    ['the evening before 1970', new Date(1969, 11, 31, 19), '1970-01-01'],
    ['a year before Christ', new Date(-5, 0, 1), '1970-01-01'],
    ['a year of five digits', new Date(12_026, 5, 1), '9999-12-31'],
  ])('is a date that can be written, also where a clock shows %s', (_, instant, nearest) => {
    expect(localDateOf(instant)).toBe(nearest);
    expect(parseLocalDate(localDateOf(instant))).toBe(nearest);
  });

  it('makes every day of a year exactly one day longer than the one before, whatever the clocks do', () => {
    const dates = Array.from({ length: 366 }, (_, index) => localDateOf(new Date(2026, 0, 1 + index, 2, 30)));
    const steps = dates.slice(1).map((later, index) => daysBetween(dates[index] ?? later, later));
    expect(new Set(steps)).toEqual(new Set([1]));
  });
});
