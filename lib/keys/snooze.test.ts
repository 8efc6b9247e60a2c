import { describe, expect, it } from 'vitest';
import type { Account } from '../model/account';
import { findKey } from '../model/account';
import type { Result } from '../shared/result';
import { err } from '../shared/result';
import { ageOf, isDue } from './age';
import { editKey, setCompromised, setKeyState } from './inventory';
import { date, makeAccount, makeKey, POLICY } from './keys.testing';
import { snoozeKey, snoozesLeft } from './snooze';

/** Due on the first of April, with notice from the 18th of March. */
const key = makeKey();
const on = (today: string, changes: Parameters<typeof makeKey>[0] = {}, days: 1 | 3 | 7 = 3) =>
  snoozeKey(makeAccount([{ ...key, ...changes }]), 'key', days, POLICY, date(today));

describe('putting a key off', () => {
  it('is until some days from today, and counted', () => {
    expect(on('2026-04-02')).toMatchObject({ value: { keys: [{ snooze: { until: '2026-04-05', count: 1 } }] } });
    const again = on('2026-04-05', { snooze: { until: date('2026-04-05'), count: 1 } }, 7);
    expect(again).toMatchObject({ value: { keys: [{ snooze: { until: '2026-04-12', count: 2 } }] } });
  });

  it('is possible three times', () => {
    const snooze = { until: date('2026-04-05'), count: 3 };
    expect(snoozesLeft({ snooze })).toBe(0);
    expect(on('2026-04-05', { snooze })).toEqual(err('snooze-used-up'));
  });

  it.each<[string, (account: Account) => Result<Account, unknown>]>([
    ['marked as compromised', account => setCompromised(account, 'key', true, 1)],
    ['no longer marked so', account => setCompromised(account, 'key', false, 1)],
    ['marked as revoked', account => setKeyState(account, 'key', 'revoked', 1)],
    ['in use again', account => setKeyState(account, 'key', 'active', 1)],
    ['given another interval', account => editKey(account, 'key', { intervalDays: 91 })],
    ['given another date', account => editKey(account, 'key', { createdOn: date('2026-01-02') })],
  ])('stays counted when the key is %s', (_, change) => {
    const snooze = { until: date('2026-04-05'), count: 3 };
    for (const over of [{}, { compromisedAtMs: 1 }, { state: 'revoked' as const }]) {
      const changed = change(makeAccount([{ ...key, ...over, snooze }]));
      expect(changed.ok && findKey(changed.value, 'key')?.snooze).toEqual(snooze);
    }
  });

  it('is possible once notice was given, and not before', () => {
    expect(on('2026-03-17')).toEqual(err('snooze-not-due'));
    expect(on('2026-03-18').ok).toBe(true);
    expect(on('2026-04-02', { neverDueBecause: 'Offline' })).toEqual(err('snooze-not-due'));
  });

  it('is not possible for a compromised key, however often it was not used', () => {
    expect(on('2026-04-02', { compromisedAtMs: 1 })).toEqual(err('snooze-compromised'));
  });

  it('by a clock that was a year ahead counts for nothing once the clock is right', () => {
    const ahead = on('2027-06-01', {}, 1);
    if (!ahead.ok) throw new Error(ahead.error);
    const [snoozed] = ahead.value.keys;
    const rules = { account: ahead.value, policy: POLICY };
    expect(snoozed && isDue(ageOf(snoozed, rules, date('2026-06-10')))).toBe(true);
    expect(snoozed && isDue(ageOf(snoozed, rules, date('2027-06-01')))).toBe(false);
  });

  it('lasts on a journey to where it is two days earlier', () => {
    const away = on('2026-04-10', {}, 7);
    if (!away.ok) throw new Error(away.error);
    const [snoozed] = away.value.keys;
    expect(snoozed && isDue(ageOf(snoozed, { account: away.value, policy: POLICY }, date('2026-04-08')))).toBe(false);
  });

  it('is not possible for a key that is not in use', () => {
    expect(on('2026-04-02', { state: 'revoked' })).toEqual(err('key-missing'));
    expect(on('2026-04-02', { state: 'staged' })).toEqual(err('key-missing'));
  });
});
