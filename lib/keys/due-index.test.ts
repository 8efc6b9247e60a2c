import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Account } from '../model/account';
import { dateOfDay, dayNumber } from '../shared/local-date';
import { ageOf, isDue } from './age';
import { buildDueIndex, countDue, countDueSoon, dueIndexSchema } from './due-index';
import { date, makeAccount, makeKey, POLICY } from './keys.testing';

const TODAY = date('2026-11-22');
const TODAY_NUMBER = dayNumber(TODAY);
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
        // As a person who looks at the index's day may have chosen; two calendars on earth are two days apart.
        until: fc.integer({ min: 0, max: TODAY_NUMBER + 9 }).map(dateOfDay),
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
      fc.property(calendars, fc.integer({ min: TODAY_NUMBER, max: 2_932_896 }), (calendar, day) => {
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

  it('counts for nothing what a clock that was ahead has put off', () => {
    const until = fc.integer({ min: TODAY_NUMBER + 10, max: 2_932_896 }).map(dateOfDay);
    fc.assert(
      fc.property(calendars, until, (calendar, ahead) => {
        const snoozed = calendar.map(key => makeKey({ ...key, snooze: { until: ahead, count: 1 } }));
        const asking = calendar.map(key => makeKey({ ...key, snooze: null }));
        expect(indexOf(makeAccount(snoozed))).toEqual(indexOf(makeAccount(asking)));
      }),
    );
  });

  it('counts by the days of the person’s own calendar, in every zone, over leap days and by a clock that jumps', () => {
    const DAY = 86_400_000;
    // 1972-02-29 and 2000-02-29 are leap days, 2100 has none; quarters of an hour east or west of Greenwich.
    const instants = fc.integer({ min: Date.UTC(1971, 11, 1), max: Date.UTC(2101, 2, 1) });
    const looks = fc.array(fc.tuple(instants, fc.integer({ min: -48, max: 56 })), { minLength: 1, maxLength: 6 });
    const made = fc.array(fc.tuple(instants, fc.integer({ min: 7, max: 730 })), { maxLength: 20 });
    fc.assert(
      fc.property(made, looks, (keys, clock) => {
        const calendarDay = (atMs: number) => new Date(atMs).toISOString().slice(0, 10);
        const account = makeAccount(
          keys.map(([madeAtMs, intervalDays]) => makeKey({ createdOn: date(calendarDay(madeAtMs)), intervalDays })),
        );
        let index = indexOf(account);
        for (const [atMs, quarters] of clock) {
          const localMs = atMs + quarters * 900_000;
          const today = date(calendarDay(localMs));
          // Made anew at each look, as an open vault does, and by then at any day of any calendar.
          index = buildDueIndex([account], POLICY, index, today);
          // Days as hours of a clock that stands at Greenwich: no leap day and no zone is reckoned with here.
          const dueAtMs = keys.map(([madeAtMs, days]) => Math.floor(madeAtMs / DAY) * DAY + days * DAY);
          const due = dueAtMs.filter(dueMs => dueMs <= localMs).length;
          expect(countDue(index, today)).toBe(due);
          const soon = dueAtMs.filter(dueMs => dueMs - POLICY.noticeDays * DAY <= localMs).length;
          expect(countDueSoon(index, today)).toBe(soon - due);
        }
      }),
    );
  });

  it('holds sorted whole numbers and nothing else, to a length that is a multiple of sixteen', () => {
    fc.assert(
      fc.property(calendars, calendar => {
        const index = indexOf(makeAccount(calendar.map(makeKey)));
        const { soonDays, dueDays, ...rest } = index;
        const yesterday = dayNumber(TODAY) - 1;
        const hasLate = [...soonDays, ...dueDays].some(day => day <= yesterday);
        expect(rest).toEqual({ announcedDay: yesterday, notifiedDay: 0, isShown: true, hasLate });
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
    expect(next).toMatchObject({ announcedDay: 5, notifiedDay: 4, isShown: false, hasLate: false });
    const late = { ...told, hasLate: true };
    expect(buildDueIndex([], POLICY, late, TODAY)).toMatchObject({ hasLate: true });
  });

  describe('once today was announced', () => {
    const one = makeAccount([makeKey({ createdOn: date('2026-08-01') })]);
    const told = { ...indexOf(one), announcedDay: dayNumber(TODAY), hasLate: false };
    const isLate = (account: Account, policy = POLICY, before = told) =>
      buildDueIndex([account], policy, before, TODAY).hasLate;

    it('owes a reminder of what has come without it', () => {
      expect(isLate(one)).toBe(false);
      expect(isLate(makeAccount([]))).toBe(false);
      // Another key with the same days, a key of which notice is given, an exposed one.
      const [key = makeKey()] = one.keys;
      expect(isLate(makeAccount([key, key]))).toBe(true);
      expect(isLate(makeAccount([key, makeKey({ createdOn: date('2026-09-01') })]))).toBe(true);
      expect(isLate(makeAccount([{ ...key, compromisedAtMs: 1 }]))).toBe(true);
      expect(isLate(makeAccount([key, makeKey({ createdOn: date('2026-11-01') })]))).toBe(false);
    });

    it('owes one of a key that a shorter interval or a longer notice has made due', () => {
      const fresh = makeAccount([makeKey({ createdOn: date('2026-10-01') })]);
      const before = { ...indexOf(fresh), announcedDay: dayNumber(TODAY), hasLate: false };
      expect(isLate(fresh, POLICY, before)).toBe(false);
      expect(isLate(fresh, { ...POLICY, intervalDays: 30 }, before)).toBe(true);
      expect(isLate(fresh, { ...POLICY, mostIntervalDays: 30 }, before)).toBe(true);
      expect(isLate(fresh, { ...POLICY, noticeDays: 60 }, before)).toBe(true);
      expect(isLate(fresh, { ...POLICY, noticeDays: 20 }, before)).toBe(false);
    });

    it('owes none of days that only a clock which was ahead has announced', () => {
      const ahead = { ...told, announcedDay: dayNumber(TODAY) + 400 };
      const [key = makeKey()] = one.keys;
      expect(isLate(makeAccount([key, makeKey({ createdOn: TODAY })]), POLICY, ahead)).toBe(false);
    });
  });

  it('that an earlier version has stored is read', () => {
    const { hasLate, ...earlier } = indexOf();
    expect(v.parse(dueIndexSchema, earlier)).toEqual({ ...earlier, hasLate });
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
      { ...whole, soonDays: [] },
      { ...whole, dueDays: [...whole.dueDays, 100] },
    ]) {
      expect(v.is(dueIndexSchema, value)).toBe(false);
    }
  });
});
