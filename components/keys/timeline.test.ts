import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../lib/shared/local-date';
import { addDays, dayNumber, daysBetween } from '../../lib/shared/local-date';
import { layOut } from './timeline';

const TODAY = '2026-07-12' as LocalDate;

/** A key in use that was made so many days ago and is due after so many. */
function key(ageDays: number, intervalDays: number | null) {
  const createdOn = addDays(TODAY, -ageDays);
  const dueOn = intervalDays === null ? null : addDays(createdOn, intervalDays);
  return { createdOn, dueOn, use: 'active' as const, revokedAtMs: null };
}

function barOf(...given: Parameters<typeof key>) {
  const { bars, todayAt } = layOut([key(...given)], TODAY);
  const [bar] = bars;
  if (bar === undefined) throw new Error('no bar');
  return { ...bar, todayAt };
}

describe('layOut', () => {
  it('fills a bar up to today, and shows what is left of the interval', () => {
    const { age, rest, overdue, dueAt, todayAt } = barOf(30, 90);
    expect(age.to).toBe(todayAt);
    expect(rest).toEqual({ from: todayAt, to: dueAt });
    expect(overdue).toBeNull();
    expect((age.to - age.from) / ((rest?.to ?? 0) - age.from)).toBeCloseTo(30 / 90);
  });

  it('goes beyond the mark in another stretch once a key is overdue', () => {
    const { age, rest, overdue, dueAt, todayAt } = barOf(100, 90);
    expect(age.to).toBe(dueAt);
    expect(overdue).toEqual({ from: dueAt, to: todayAt });
    expect(rest).toBeNull();
  });

  it('is full and neither short nor beyond on the day it is due', () => {
    const { age, rest, overdue, dueAt, todayAt } = barOf(90, 90);
    expect(age.to).toBe(dueAt);
    expect(dueAt).toBe(todayAt);
    expect([rest, overdue]).toEqual([null, null]);
  });

  it('gives a key that is never due no end and no mark', () => {
    expect(barOf(30, null)).toMatchObject({ isEndless: true, dueAt: null, rest: null, overdue: null });
  });

  it('ends the bar of a revoked key on the day it was revoked', () => {
    const revokedAtMs = new Date(2026, 5, 12, 12).getTime();
    const { bars, todayAt } = layOut([{ ...key(60, 90), use: 'revoked', revokedAtMs }], TODAY);
    expect(bars[0]?.age.to).toBeLessThan(todayAt);
    expect(bars[0]).toMatchObject({ isEndless: false, dueAt: null, rest: null, overdue: null });
  });

  it('cuts an ancient key off rather than squeeze the others', () => {
    const { bars } = layOut([key(4_000, 730), key(10, 90)], TODAY);
    expect(bars[0]).toMatchObject({ isCutOff: true, age: { from: 0 }, dueAt: null });
    expect(bars[1]?.isCutOff).toBe(false);
  });

  it('names months, and no more of them than there is room for', () => {
    expect(layOut([key(30, 90)], TODAY).ticks.map(({ date }) => date)).toEqual([
      '2026-06-01',
      '2026-07-01',
      '2026-08-01',
      '2026-09-01',
    ]);
    const { ticks } = layOut([key(400, 730)], TODAY);
    expect(ticks.length).toBeLessThanOrEqual(8);
    expect(ticks.map(({ date }) => date)).toContain('2026-01-01');
  });

  it('has a line of time without a key', () => {
    const { bars, ticks, todayAt } = layOut([], TODAY);
    expect(bars).toEqual([]);
    expect(ticks.length).toBeGreaterThan(1);
    expect(todayAt).toBeGreaterThan(0);
  });

  it('keeps every part of every bar on the line and in order, whatever the keys', () => {
    const days = fc.integer({ min: -30, max: 9_000 });
    const interval = fc.option(fc.integer({ min: 7, max: 730 }), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.tuple(days, interval), { maxLength: 40 }), given => {
        const keys = given.map(([age, every]) => key(age, every));
        const { bars, ticks, todayAt } = layOut(keys, TODAY);
        for (const { age, rest, overdue, dueAt } of bars) {
          const places = [age.from, age.to, ...[rest, overdue].flatMap(part => (part ? [part.from, part.to] : []))];
          expect(places).toEqual(places.toSorted((a, b) => a - b));
          for (const place of [...places, dueAt ?? 0]) {
            expect(place).toBeGreaterThanOrEqual(0);
            expect(place).toBeLessThanOrEqual(1);
          }
        }
        expect(todayAt).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(ticks.every(({ date }) => daysBetween(date, TODAY) < 900 && dayNumber(date) > 0)).toBe(true);
      }),
    );
  });
});
