import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDay } from '../shared/local-date';
import type { DueIndex } from './due-index';
import { buildDueIndex } from './due-index';
import { makeAccount, makeKey, POLICY } from './keys.testing';
import { lookForReminder, markShown, REMIND_FROM_HOUR } from './reminders';

const MINUTES_PER_DAY = 24 * 60;
/** 2024-02-25: a leap day lies ahead. */
const START_DAY = 19_778;
const NOTICE = POLICY.noticeDays;

/** One thing that happens between two looks. Zones and summer time are one thing here: the local clock moves. */
const happening = fc.record({
  sleepsMinutes: fc.oneof(
    fc.integer({ min: 0, max: 3 * 60 }),
    fc.integer({ min: 0, max: 2 * MINUTES_PER_DAY }),
    fc.integer({ min: 0, max: 40 * MINUTES_PER_DAY }),
  ),
  zoneMinutes: fc.option(fc.constantFrom(-720, -480, 0, 60, 120, 330, 345, 840), { nil: null, freq: 4 }),
  dies: fc.constantFrom('never', 'never', 'before-it-is-shown', 'after-it-is-shown'),
  /** A key that comes in, which may be due for long: how many days ago it was made, and its interval. */
  arrives: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 7, max: 120 })) },
  ),
});

const clockStep = fc.integer({ min: -400, max: 400 }).map(days => days * MINUTES_PER_DAY);

const keys = fc.array(
  fc.record({
    createdDay: fc.integer({ min: START_DAY - 120, max: START_DAY + 60 }),
    intervalDays: fc.integer({ min: 7, max: 120 }),
  }),
  { minLength: 1, maxLength: 6 },
);

type Made = { readonly createdDay: number; readonly intervalDays: number };

/** Every time at which a key is to be announced, from one day to another: counted out, one after the other. */
function thresholdsOf(made: readonly Made[], from: number, to: number) {
  return made.flatMap(({ createdDay, intervalDays }, key) => {
    const dueDay = createdDay + intervalDays;
    const days = [Math.min(dueDay, dueDay - NOTICE)];
    for (let day = dueDay; day <= to; day += 7) days.push(day);
    return days.filter(day => day > from && day <= to).map(day => ({ key, day }));
  });
}

/** What is to be announced of keys that come in once everything up to `announced` was: what has passed by then, once each. */
function owedOf(made: readonly Made[], announced: number) {
  const hasPassed = ({ createdDay, intervalDays }: Made) => createdDay + intervalDays - NOTICE <= announced;
  const late = made.filter(hasPassed).map((_, key) => ({ key, day: announced }));
  return [...late, ...thresholdsOf(made, announced, START_DAY + 3_000)];
}

type World = {
  minutes: number;
  zone: number;
  made: readonly Made[];
  index: DueIndex;
  toldOn: number[];
  outstanding: { key: number; day: number }[];
  /** A clock that was put right may have something told twice; nothing else may. */
  mayRepeat: boolean;
};

function localOf({ minutes, zone }: World) {
  const local = minutes + zone;
  const day = Math.floor(local / MINUTES_PER_DAY);
  return { day, hour: Math.floor((local - day * MINUTES_PER_DAY) / 60) };
}

/** A start of the worker: what was stored is read, looked at and shown. Says what the person gets to see. */
function look(world: World, dies: string): void {
  const { day, hour } = localOf(world);
  const read = JSON.parse(JSON.stringify(world.index));
  const { index, tell } = lookForReminder(read, { today: dateOfDay(day), hour });
  world.index = index;
  if (tell === null || dies === 'before-it-is-shown') return;
  expect(tell.dueCount + tell.soonCount).toBeGreaterThan(0);
  world.toldOn.push(day);
  const told = world.outstanding.filter(threshold => threshold.day <= index.announcedDay);
  if (!world.mayRepeat) expect(told, 'something that was not told before').not.toEqual([]);
  world.outstanding = world.outstanding.filter(threshold => threshold.day > index.announcedDay);
  if (dies !== 'after-it-is-shown') world.index = markShown(world.index);
}

function rebuild(made: readonly Made[], before: DueIndex | null, today: number): DueIndex {
  const keysOf = ({ createdDay, intervalDays }: Made) => makeKey({ createdOn: dateOfDay(createdDay), intervalDays });
  return buildDueIndex([makeAccount(made.map(keysOf))], POLICY, before, dateOfDay(today));
}

/** The vault is opened, and a key comes in. */
function takeIn(world: World, [daysAgo, intervalDays]: readonly [number, number]): void {
  const { day } = localOf(world);
  const key = { createdDay: day - daysAgo, intervalDays };
  const announced = world.index.announcedDay > day + 2 ? day : world.index.announcedDay;
  world.made = [...world.made, key];
  world.index = rebuild(world.made, world.index, day);
  world.outstanding.push(...owedOf([key], announced));
}

function start(made: readonly Made[]): World {
  return {
    minutes: START_DAY * MINUTES_PER_DAY + 12 * 60,
    zone: 0,
    made,
    index: rebuild(made, null, START_DAY),
    toldOn: [],
    outstanding: owedOf(made, START_DAY - 1),
    mayRepeat: false,
  };
}

/** Three days on which the browser is there at nine, in one zone: whatever was due by then has been told. */
function catchUp(world: World): number {
  for (let days = 0; days < 3; days++) {
    const next =
      (Math.floor((world.minutes + world.zone) / MINUTES_PER_DAY) + 1) * MINUTES_PER_DAY + REMIND_FROM_HOUR * 60;
    world.minutes = next - world.zone;
    look(world, 'never');
  }
  return localOf(world).day;
}

describe('reminders', () => {
  it('are neither lost nor repeated, through sleep, restarts, deaths, journeys and summer time', () => {
    fc.assert(
      fc.property(keys, fc.array(happening, { maxLength: 30 }), (made, happenings) => {
        const world = start(made);
        for (const { sleepsMinutes, zoneMinutes, dies, arrives } of happenings) {
          world.minutes += sleepsMinutes;
          world.zone = zoneMinutes ?? world.zone;
          if (arrives !== null) takeIn(world, arrives);
          // What died after it was shown is shown again, in the place of the same notification: no second one.
          look(world, dies === 'after-it-is-shown' ? 'never' : dies);
        }
        const last = catchUp(world);
        expect(world.outstanding.filter(({ day }) => day <= last)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('come at most once on a day', () => {
    fc.assert(
      fc.property(keys, fc.array(happening, { maxLength: 60 }), (made, happenings) => {
        const world = start(made);
        for (const { sleepsMinutes, dies, arrives } of happenings) {
          world.minutes += sleepsMinutes;
          if (arrives !== null) takeIn(world, arrives);
          look(world, dies === 'after-it-is-shown' ? 'never' : dies);
        }
        expect(new Set(world.toldOn).size).toBe(world.toldOn.length);
      }),
    );
  });

  it('are not lost to a clock that was wrong, ahead or behind, once it is right again', () => {
    fc.assert(
      fc.property(keys, fc.array(fc.tuple(happening, clockStep), { maxLength: 10 }), (made, happenings) => {
        const world = { ...start(made), mayRepeat: true };
        for (const [{ sleepsMinutes, arrives }, stepMinutes] of happenings) {
          world.minutes += sleepsMinutes + stepMinutes;
          if (arrives !== null) takeIn(world, arrives);
          lookOnly(world);
          world.minutes -= stepMinutes;
          lookOnly(world);
        }
        const through = catchUp(world);
        const dayOf = () => localOf(world).day;
        world.outstanding = thresholdsOf(world.made, through, through + 60);
        while (dayOf() < through + 60) catchUp(world);
        expect(world.outstanding.filter(({ day }) => day <= through + 60)).toEqual([]);
      }),
    );
  });

  it('tell of a key that is due when it comes in at the next nine, and not again before its week', () => {
    const world = start([]);
    const at = (day: number, hour: number) => {
      const { index, tell } = lookForReminder(world.index, { today: dateOfDay(day), hour });
      world.index = markShown(index);
      return tell;
    };
    at(START_DAY, 12);
    takeIn(world, [100, 90]);
    expect(at(START_DAY, 13)).toBeNull();
    expect(at(START_DAY + 1, 8)).toBeNull();
    expect(at(START_DAY + 1, 9)).toEqual({ dueCount: 1, soonCount: 0 });
    // Ten days overdue when it came in: its second week is over four days later.
    const told = [2, 3, 4, 5].map(days => at(START_DAY + days, 9) !== null);
    expect(told).toEqual([false, false, true, false]);
  });

  it('tell on the same day of a key that came in before nine, and of none that was gone by then', () => {
    const world = start([]);
    world.index = markShown(lookForReminder(world.index, { today: dateOfDay(START_DAY), hour: 7 }).index);
    takeIn(world, [100, 90]);
    const look = (index: DueIndex) => lookForReminder(index, { today: dateOfDay(START_DAY), hour: 9 });
    expect(look(world.index).tell).toEqual({ dueCount: 1, soonCount: 0 });
    const gone = look(rebuild([], world.index, START_DAY));
    expect(gone).toMatchObject({ tell: null, index: { hasLate: false } });
  });

  it('come at nine, and what has waited for longer than a day comes at once', () => {
    // Made on 2024-01-01 for 60 days: due soon on 16 February, due on 1 March.
    const world = start([{ createdDay: 19_723, intervalDays: 60 }]);
    lookOnly(world);
    const at = (day: number, hour: number) => lookForReminder(world.index, { today: dateOfDay(day), hour }).tell;
    expect(at(19_783, 8)).toBeNull();
    expect(at(19_783, 9)).toEqual({ dueCount: 1, soonCount: 0 });
    expect(at(19_784, 8)).toBeNull();
    expect(at(19_785, 0)).toEqual({ dueCount: 1, soonCount: 0 });
  });

  it('say how many are due and how many soon will be', () => {
    const world = start([
      { createdDay: START_DAY - 9, intervalDays: 10 },
      { createdDay: START_DAY - 9, intervalDays: 10 },
      { createdDay: START_DAY - 20, intervalDays: 35 },
    ]);
    const { tell } = lookForReminder(world.index, { today: dateOfDay(START_DAY + 1), hour: 9 });
    expect(tell).toEqual({ dueCount: 2, soonCount: 1 });
  });
});

/** A look whose telling is not judged: by a wrong clock it may say anything. */
function lookOnly(world: World): void {
  const { day, hour } = localOf(world);
  world.index = markShown(lookForReminder(world.index, { today: dateOfDay(day), hour }).index);
}
