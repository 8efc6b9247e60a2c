import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../shared/duration';
import type { VaultSession } from './session';
import { extendSession, isSessionValid, SESSION_MAXIMUM_MS, startSession } from './session';
import { NOON_MS } from './vault.testing';

const KEY = new Uint8Array(32);
const session = startSession(KEY, 1, NOON_MS, 60);

describe('a session', () => {
  it('ends after the chosen minutes without an act, in that very millisecond', () => {
    expect(session.deadlineMs).toBe(NOON_MS + 60 * MINUTE_MS);
    expect(isSessionValid(session, session.deadlineMs - 1)).toBe(true);
    expect(isSessionValid(session, session.deadlineMs)).toBe(false);
  });

  it('ends later with every act', () => {
    const extended = extendSession(session, NOON_MS + 30 * MINUTE_MS, 60);
    expect(extended.deadlineMs).toBe(NOON_MS + 90 * MINUTE_MS);
    expect(extended.issuedAtMs).toBe(NOON_MS);
  });

  it('ends sooner where the person has just shortened the time', () => {
    expect(extendSession(session, NOON_MS + MINUTE_MS, 5).deadlineMs).toBe(NOON_MS + 6 * MINUTE_MS);
  });

  it('ends twelve hours after it began, however busy', () => {
    let busy: VaultSession = session;
    for (let minutes = 0; minutes <= 12 * 60; minutes += 10) {
      busy = extendSession(busy, NOON_MS + minutes * MINUTE_MS, 60);
    }
    expect(busy.deadlineMs).toBe(NOON_MS + 12 * HOUR_MS);
    expect(isSessionValid(busy, NOON_MS + SESSION_MAXIMUM_MS)).toBe(false);
  });

  it.each([
    ['a minute', MINUTE_MS, true],
    ['a minute and a millisecond', MINUTE_MS + 1, false],
    ['an hour', HOUR_MS, false],
    ['ten years', 10 * 365 * 24 * HOUR_MS, false],
  ])('with the clock set back by %s: still valid is %s', (_, backMs, isValid) => {
    expect(isSessionValid(session, NOON_MS - backMs)).toBe(isValid);
  });

  it('counts a clock that went back from the last act, so that it cannot be wound back bit by bit', () => {
    const acted = extendSession(session, NOON_MS + 30 * MINUTE_MS, 60);
    expect(isSessionValid(acted, NOON_MS + 10 * MINUTE_MS)).toBe(false);
  });

  it('ends when the clock leaps far ahead, as after a suspended night', () => {
    expect(isSessionValid(session, NOON_MS + 8 * HOUR_MS)).toBe(false);
    expect(isSessionValid(session, NOON_MS + 100 * 365 * 24 * HOUR_MS)).toBe(false);
  });

  it('never outlives its maximum or its minutes, whatever acts come when', () => {
    const acts = fc.array(fc.nat(20 * HOUR_MS), { maxLength: 20 });
    fc.assert(
      fc.property(acts, fc.integer({ min: 5, max: 720 }), (offsets, minutes) => {
        const times = offsets.map(offset => NOON_MS + offset).toSorted((a, b) => a - b);
        const last = times.reduce(
          (current, at) => extendSession(current, at, minutes),
          startSession(KEY, 1, NOON_MS, minutes),
        );
        expect(last.deadlineMs).toBeLessThanOrEqual(NOON_MS + SESSION_MAXIMUM_MS);
        expect(last.deadlineMs).toBeLessThanOrEqual((times.at(-1) ?? NOON_MS) + minutes * MINUTE_MS);
      }),
    );
  });

  it('keeps nothing but the key, four times and the number of a save', () => {
    expect(Object.keys(session).toSorted()).toEqual([
      'actedAtMs',
      'deadlineMs',
      'generation',
      'issuedAtMs',
      'seenAtMs',
      'vaultKey',
    ]);
  });
});
