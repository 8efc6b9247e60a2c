import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../model/policy';
import { dateOfDay, dayNumber } from '../shared/local-date';
import { ageOf, isDue } from './age';
import { buildDueIndex, countDue, dueIndexSchema } from './due-index';
import { date, makeAccount, makeKey } from './keys.testing';

const calendars = fc.array(
  fc.record({
    createdOn: fc.integer({ min: 0, max: 2_932_896 }).map(dateOfDay),
    intervalDays: fc.option(fc.integer({ min: 7, max: 730 }), { nil: null }),
    compromisedAtMs: fc.option(fc.maxSafeNat(), { nil: null }),
  }),
  { maxLength: 60 },
);

describe('the due index', () => {
  it('counts on every day as many keys as looking at each of them does', () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: 0, max: 2_932_896 }), (calendar, day) => {
        const keys = calendar.map(makeKey);
        const today = dateOfDay(day);
        const index = buildDueIndex([makeAccount(keys.slice(0, 3)), makeAccount(keys.slice(3))], DEFAULT_POLICY);
        const brute = keys.filter(key => isDue(ageOf(key, DEFAULT_POLICY, today))).length;
        expect(countDue(index, today)).toBe(brute);
      }),
    );
  });

  it('holds sorted whole numbers and nothing else, to a length that is a multiple of sixteen', () => {
    fc.assert(
      fc.property(calendars, calendar => {
        const index = buildDueIndex([makeAccount(calendar.map(makeKey))], DEFAULT_POLICY);
        expect(Object.keys(index)).toEqual(['dueDays']);
        expect(index.dueDays.every(Number.isSafeInteger)).toBe(true);
        expect(index.dueDays).toEqual(index.dueDays.toSorted((a, b) => a - b));
        expect(index.dueDays.length % 16).toBe(0);
        expect(v.parse(dueIndexSchema, JSON.parse(JSON.stringify(index)))).toEqual(index);
      }),
    );
  });

  it('looks the same in length for no key, one and sixteen', () => {
    const lengthFor = (count: number) => buildDueIndex([makeAccount(Array(count).fill(makeKey()))], DEFAULT_POLICY);
    expect([0, 1, 16].map(count => lengthFor(count).dueDays.length)).toEqual([16, 16, 16]);
    expect(lengthFor(17).dueDays.length).toBe(32);
  });

  it('says nothing of who, what or where', () => {
    const account = makeAccount([makeKey({ id: 'canary-key', label: 'canary-label' })], {
      email: 'canary@example.com',
    });
    expect(JSON.stringify(buildDueIndex([account], DEFAULT_POLICY))).not.toMatch(/canary|aaaa/u);
  });

  it('counts neither removed accounts nor keys that are staged or revoked', () => {
    const old = { createdOn: date('2020-01-01') };
    const index = buildDueIndex(
      [
        makeAccount([makeKey(old)], { removedAtMs: 1 }),
        makeAccount([makeKey({ ...old, state: 'staged' }), makeKey({ ...old, state: 'revoked' })]),
      ],
      DEFAULT_POLICY,
    );
    expect(countDue(index, date('2026-11-22'))).toBe(0);
  });

  it('counts a key from the day it falls due, by the interval of the vault', () => {
    const index = buildDueIndex([makeAccount([makeKey()])], { ...DEFAULT_POLICY, intervalDays: 30 });
    expect(countDue(index, date('2026-01-30'))).toBe(0);
    expect(countDue(index, date('2026-01-31'))).toBe(1);
  });

  it('counts its filling on no day of the calendar', () => {
    expect(countDue(buildDueIndex([], DEFAULT_POLICY), date('9999-12-31'))).toBe(0);
    expect(dayNumber(date('9999-12-31'))).toBeLessThan(9_999_999);
  });

  it('is not upset by a key from the end of time', () => {
    const index = buildDueIndex([makeAccount([makeKey({ createdOn: date('9999-12-31') })])], DEFAULT_POLICY);
    expect(v.is(dueIndexSchema, JSON.parse(JSON.stringify(index)))).toBe(true);
  });

  it('is refused with anything in it but days', () => {
    for (const value of [
      null,
      {},
      { dueDays: ['1'] },
      { dueDays: [1.5] },
      { dueDays: [null] },
      { dueDays: [], id: 1 },
    ]) {
      expect(v.is(dueIndexSchema, value)).toBe(false);
    }
  });
});
