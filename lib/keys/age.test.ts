import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOfDay, daysBetween } from '../shared/local-date';
import { ageOf, dueDateOf, isDue } from './age';
import { prescribedDaysOf } from './interval';
import { date, makeKey, POLICY } from './keys.testing';

/** Made on the first of the year, with 90 days to go and a fortnight's notice: due on the first of April. */
const key = makeKey();
const rules = { account: { intervalDays: null, neverDueBecause: null }, policy: POLICY };
const on = (today: string, changes: Parameters<typeof makeKey>[0] = {}) =>
  ageOf({ ...key, ...changes }, rules, date(today));

describe('a key’s age', () => {
  it.each([
    ['2026-01-01', 0, 90, 'fresh'],
    ['2026-03-17', 75, 15, 'fresh'],
    ['2026-03-18', 76, 14, 'due-soon'],
    ['2026-03-31', 89, 1, 'due-soon'],
    ['2026-04-01', 90, 0, 'overdue'],
    ['2026-04-02', 91, -1, 'overdue'],
    ['2036-01-01', 3652, -3562, 'overdue'],
  ])('on %s is %d days, with %d left: %s', (today, ageDays, daysLeft, state) => {
    expect(on(today)).toMatchObject({ ageDays, daysLeft, state, dueOn: '2026-04-01' });
  });

  it('asks for rotation on the very day it falls due, and not the day before', () => {
    expect(isDue(on('2026-03-31'))).toBe(false);
    expect(isDue(on('2026-04-01'))).toBe(true);
  });

  it('asks for rotation at once where the key is compromised, however young', () => {
    const age = on('2026-01-01', { compromisedAtMs: 1 });
    expect(age.state).toBe('compromised');
    expect(isDue(age)).toBe(true);
  });

  it('counts a leap day as a day', () => {
    expect(dueDateOf(makeKey({ createdOn: date('2024-02-28'), intervalDays: 7 }), rules)).toBe('2024-03-06');
    expect(dueDateOf(makeKey({ createdOn: date('2023-02-28'), intervalDays: 7 }), rules)).toBe('2023-03-07');
    expect(dueDateOf(makeKey({ createdOn: date('2024-02-29'), intervalDays: 365 }), rules)).toBe('2025-02-28');
  });

  it('follows an interval of its own before that of the vault', () => {
    expect(on('2026-01-08', { intervalDays: 7 })).toMatchObject({ dueOn: '2026-01-08', state: 'overdue' });
    expect(on('2026-04-01', { intervalDays: 365 })).toMatchObject({ dueOn: '2027-01-01', state: 'fresh' });
  });

  it('follows the interval of its account where it has none of its own', () => {
    const account = { intervalDays: 30, neverDueBecause: null };
    expect(ageOf(key, { ...rules, account }, date('2026-01-31')).state).toBe('overdue');
    expect(ageOf({ ...key, intervalDays: 365 }, { ...rules, account }, date('2026-01-31')).state).toBe('fresh');
  });

  it('is never due where a reason says so, and a narrower interval overrules a wider reason', () => {
    const never = { intervalDays: null, neverDueBecause: 'Read-only, on an offline machine' };
    expect(on('2036-01-01', never)).toMatchObject({ state: 'never', dueOn: null, daysLeft: null, fraction: 0 });
    expect(ageOf(key, { ...rules, account: never }, date('2036-01-01')).state).toBe('never');
    expect(ageOf({ ...key, intervalDays: 7 }, { ...rules, account: never }, date('2026-01-08')).state).toBe('overdue');
    expect(isDue(on('2036-01-01', never))).toBe(false);
    expect(isDue(on('2026-01-01', { ...never, compromisedAtMs: 1 }))).toBe(true);
  });

  it('is due when an organisation says so at the latest, whatever was chosen, also where never was', () => {
    const managed = { ...rules, policy: { ...POLICY, intervalDays: 30, mostIntervalDays: 30 } };
    const never = { intervalDays: null, neverDueBecause: 'Read-only, on an offline machine' };
    for (const own of [{}, { intervalDays: 365 }, never]) {
      expect(ageOf({ ...key, ...own }, managed, date('2026-01-31'))).toMatchObject({
        dueOn: '2026-01-31',
        state: 'overdue',
      });
    }
    expect(ageOf(key, { ...managed, account: never }, date('2026-01-31')).state).toBe('overdue');
    expect(dueDateOf({ ...key, intervalDays: 7 }, managed)).toBe('2026-01-08');
    expect(prescribedDaysOf({ ...key, intervalDays: 31 }, managed)).toBe(30);
    expect(prescribedDaysOf(key, { ...managed, account: never })).toBe(30);
    for (const intervalDays of [7, 30, null]) expect(prescribedDaysOf({ ...key, intervalDays }, managed)).toBeNull();
    expect(prescribedDaysOf({ ...key, ...never }, rules)).toBeNull();
  });

  it('asks for nothing while it is put off, unless it is compromised', () => {
    const snooze = { until: date('2026-04-04'), count: 1 };
    expect(on('2026-04-03', { snooze })).toMatchObject({ state: 'overdue', snoozedUntil: '2026-04-04' });
    expect(isDue(on('2026-04-03', { snooze }))).toBe(false);
    expect(isDue(on('2026-04-04', { snooze }))).toBe(true);
    expect(isDue(on('2026-04-03', { snooze, compromisedAtMs: 1 }))).toBe(true);
    expect(on('2026-02-01', { snooze }).snoozedUntil).toBeNull();
  });

  it('is 0 for a key dated in the future, which a clock set back can bring about', () => {
    expect(on('2025-12-25')).toMatchObject({ ageDays: 0, daysLeft: 97, state: 'fresh', fraction: 0 });
  });

  it('gives no notice where the policy gives none', () => {
    const without = { ...rules, policy: { ...POLICY, noticeDays: 0 } };
    expect(ageOf(key, without, date('2026-03-31')).state).toBe('fresh');
    expect(ageOf(key, without, date('2026-04-01')).state).toBe('overdue');
  });

  it('fills its ring from 0 to 1 and stays there', () => {
    expect(on('2026-02-15').fraction).toBe(0.5);
    expect(on('2026-04-01').fraction).toBe(1);
    expect(on('2030-01-01').fraction).toBe(1);
  });

  it('goes from fresh to due soon to overdue and never back, a day at a time', () => {
    const rank = { never: -1, fresh: 0, 'due-soon': 1, overdue: 2, compromised: 3 } as const;
    const cases = fc.record({
      created: fc.integer({ min: 0, max: 40_000 }),
      intervalDays: fc.integer({ min: 7, max: 730 }),
      noticeDays: fc.integer({ min: 0, max: 90 }),
      offset: fc.integer({ min: -10, max: 900 }),
    });
    fc.assert(
      fc.property(cases, ({ created, intervalDays, noticeDays, offset }) => {
        const made = makeKey({ createdOn: dateOfDay(created + 10), intervalDays });
        const noticed = { ...rules, policy: { ...POLICY, noticeDays } };
        const today = addDays(made.createdOn, offset);
        const [age, tomorrow] = [ageOf(made, noticed, today), ageOf(made, noticed, addDays(today, 1))];
        const dueOn = addDays(made.createdOn, intervalDays);
        expect(rank[tomorrow.state]).toBeGreaterThanOrEqual(rank[age.state]);
        expect([age.dueOn, age.daysLeft]).toEqual([dueOn, daysBetween(today, dueOn)]);
        expect(tomorrow.daysLeft).toBe(daysBetween(today, dueOn) - 1);
        expect(isDue(age)).toBe(today >= dueOn);
      }),
    );
  });
});
