import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../shared/local-date';
import { parseCreatedOn } from './created-on';

const TODAY = parseLocalDate('2026-11-22');

function read(text: string): string {
  if (TODAY === null) throw new Error('no date');
  const parsed = parseCreatedOn(text, TODAY);
  return parsed.ok ? parsed.value : `refused: ${parsed.error.code}`;
}

describe('parseCreatedOn', () => {
  it.each([
    ['today', '2026-11-22', '2026-11-22'],
    ['yesterday', '2026-11-21', '2026-11-21'],
    ['a leap day', '2024-02-29', '2024-02-29'],
    ['the first day there is', '1970-01-01', '1970-01-01'],
    ['white space around it', ' 2026-11-01 ', '2026-11-01'],
    ['nothing, which means the day of saving', '', '2026-11-22'],
    ['white space, which means the same', '  ', '2026-11-22'],
  ])('takes %s', (_, text, date) => {
    expect(read(text)).toBe(date);
  });

  it.each([
    ['tomorrow', '2026-11-23', 'created-on-future'],
    ['the last day there is', '9999-12-31', 'created-on-future'],
    ['a day that the calendar does not have', '2026-02-29', 'created-on-invalid'],
    ['another notation', '22.11.2026', 'created-on-invalid'],
    ['a time', '2026-11-22T10:00:00Z', 'created-on-invalid'],
    ['a word', 'today', 'created-on-invalid'],
    ['a day before 1970', '1969-12-31', 'created-on-invalid'],
  ])('refuses %s', (_, text, code) => {
    expect(read(text)).toBe(`refused: ${code}`);
  });
});
