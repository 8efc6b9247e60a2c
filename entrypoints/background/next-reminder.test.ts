// When the worker looks for reminders again, by clocks that are put forward and back. The zones are the machine's own.
import { afterAll, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../lib/shared/duration';
import { nextReminderMs } from './reminders';

const before = process.env.TZ;

afterAll(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

/**
 * Zones, a year, and the minutes that they are behind Greenwich as it begins: zones with summer time in either half of the
 * year, by half an hour, at midnight, and none; quarters of an hour; the date line.
 */
const ZONES = [
  ['Europe/Amsterdam', 2026, -60],
  ['America/New_York', 2026, 300],
  ['Australia/Lord_Howe', 2026, -660],
  ['America/Santiago', 2026, 180],
  ['Asia/Kathmandu', 2028, -345],
  // It left out 30 December, and went over the date line.
  ['Pacific/Apia', 2011, 600],
  ['Etc/GMT+12', 2028, 720],
] as const;

describe.each(ZONES)('the next look in %s, %d', (zone, year, behindMinutes) => {
  it('is the next nine o’clock on the person’s own clock, whatever that does meanwhile', () => {
    process.env.TZ = zone;
    expect(new Date(Date.UTC(year, 0, 1)).getTimezoneOffset()).toBe(behindMinutes);
    const nines: number[] = [];
    for (let atMs = Date.UTC(year, 0, 1); atMs < Date.UTC(year + 1, 0, 3); atMs += 15 * MINUTE_MS) {
      const at = new Date(atMs);
      if (at.getHours() === 9 && at.getMinutes() === 0) nines.push(atMs);
    }
    expect(nines.length).toBeGreaterThan(364);
    let index = 0;
    for (let atMs = Date.UTC(year, 0, 1); atMs < Date.UTC(year + 1, 0, 1); atMs += 85 * MINUTE_MS) {
      while ((nines[index] ?? Number.POSITIVE_INFINITY) <= atMs) index++;
      const next = nextReminderMs(new Date(atMs));
      expect(new Date(next).toISOString(), `after ${new Date(atMs).toISOString()}`).toBe(
        new Date(nines[index] ?? 0).toISOString(),
      );
      expect(next - atMs).toBeLessThanOrEqual(DAY_MS + HOUR_MS);
    }
  });
});
