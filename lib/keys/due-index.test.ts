import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Account } from '../model/account';
import { dateOfDay, dayNumber } from '../shared/local-date';
import { ageOf, isDue } from './age';
import { buildDueIndex, countDue, countDueSoon, dueIndexSchema } from './due-index';
import { date, makeAccount, makeKey, POLICY } from './keys.testing';

const TODAY = date('2026-11-22');
const rules = { account: { intervalDays: null, neverDueBecause: null }, policy: POLICY };
const indexOf = (...accounts: readonly Account[]) => buildDueIndex(accounts, POLICY, null, TODAY);

const calendars = fc.array(
  fc.record({
    createdOn: fc.integer({ min: 0, max: 2_932_896 }).map(dateOfDay),
    intervalDays: fc.option(fc.integer({ min: 7, max: 730 }), { nil: null }),
    neverDueBecause: fc.option(fc.constant('Offline'), { nil: null, freq: 5 }),
    compromisedAtMs: fc.option(fc.maxSafeNat(), { nil: null, freq: 5 }),
    snooze: fc.option(
      fc.record({
        until: fc.integer({ min: 0, max: 2_932_896 }).map(dateOfDay),
        count: fc.integer({ min: 1, max: 3 }),
      }),
      { nil: null },
    ),
  }),
  { maxLength: 60 },
);

describe('the due index', () => {
  it('counts on every day as many keys as looking at each of them does', () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: 0, max: 2_932_896 }), (calendar, day) => {
        const keys = calendar.map(makeKey);
        const today = dateOfDay(day);
        const index = indexOf(makeAccount(keys.slice(0, 3)), makeAccount(keys.slice(3)));
        const ages = keys.map(key => ageOf(key, rules, today));
        expect(countDue(index, today)).toBe(ages.filter(isDue).length);
        const soon = ages.filter(({ state, snoozedUntil }) => state === 'due-soon' && snoozedUntil === null);
        expect(countDueSoon(index, today)).toBe(soon.length);
      }),
    );
  });

  it('holds sorted whole numbers and nothing else, to a length that is a multiple of sixteen', () => {
    fc.assert(
      fc.property(calendars, calendar => {
        const index = indexOf(makeAccount(calendar.map(makeKey)));
        const { soonDays, dueDays, ...rest } = index;
        expect(rest).toEqual({ announcedDay: dayNumber(TODAY), notifiedDay: 0, isShown: true });
        expect(soonDays).toHaveLength(dueDays.length);
        for (const days of [soonDays, dueDays]) {
          expect(days.every(Number.isSafeInteger)).toBe(true);
          expect(days).toEqual(days.toSorted((a, b) => a - b));
          expect(days.length % 16).toBe(0);
        }
        expect(v.parse(dueIndexSchema, JSON.parse(JSON.stringify(index)))).toEqual(index);
      }),
    );
  });

  it('looks the same in length for no key, one and sixteen', () => {
    const lengthFor = (count: number) => indexOf(makeAccount(Array(count).fill(makeKey())));
    expect([0, 1, 16].map(count => lengthFor(count).dueDays.length)).toEqual([16, 16, 16]);
    expect(lengthFor(17).dueDays.length).toBe(32);
  });

  it('says nothing of who, what or where', () => {
    const account = makeAccount([makeKey({ id: 'canary-key', label: 'canary-label' })], {
      email: 'canary@example.com',
    });
    expect(JSON.stringify(indexOf(account))).not.toMatch(/canary|aaaa/u);
  });

  it('counts neither removed accounts nor keys that are staged or revoked', () => {
    const old = { createdOn: date('2020-01-01') };
    const index = indexOf(
      makeAccount([makeKey(old)], { removedAtMs: 1 }),
      makeAccount([makeKey({ ...old, state: 'staged' }), makeKey({ ...old, state: 'revoked' })]),
    );
    expect(countDue(index, TODAY)).toBe(0);
  });

  it('counts a key from the day it falls due, by the interval of the vault', () => {
    const index = buildDueIndex([makeAccount([makeKey()])], { ...POLICY, intervalDays: 30 }, null, TODAY);
    expect(countDue(index, date('2026-01-30'))).toBe(0);
    expect(countDue(index, date('2026-01-31'))).toBe(1);
  });

  it('counts its filling on no day of the calendar', () => {
    expect(countDue(indexOf(), date('9999-12-31'))).toBe(0);
    expect(dayNumber(date('9999-12-31'))).toBeLessThan(9_999_999);
  });

  it('keeps what was announced when it is made anew', () => {
    const told = { ...indexOf(), announcedDay: 5, notifiedDay: 4, isShown: false };
    const next = buildDueIndex([makeAccount([makeKey()])], POLICY, told, TODAY);
    expect(next).toMatchObject({ announcedDay: 5, notifiedDay: 4, isShown: false });
  });

  it('is not upset by a key from the end of time', () => {
    const index = indexOf(makeAccount([makeKey({ createdOn: date('9999-12-31') })]));
    expect(v.is(dueIndexSchema, JSON.parse(JSON.stringify(index)))).toBe(true);
  });

  it('is refused with anything in it but days', () => {
    const whole = indexOf();
    expect(v.is(dueIndexSchema, whole)).toBe(true);
    for (const value of [
      null,
      {},
      { dueDays: [] },
      { ...whole, dueDays: ['1'] },
      { ...whole, soonDays: [1.5] },
      { ...whole, announcedDay: null },
      { ...whole, id: 1 },
    ]) {
      expect(v.is(dueIndexSchema, value)).toBe(false);
    }
  });
});
