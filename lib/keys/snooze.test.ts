import { describe, expect, it } from 'vitest';
import { err } from '../shared/result';
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

  it('is possible once notice was given, and not before', () => {
    expect(on('2026-03-17')).toEqual(err('snooze-not-due'));
    expect(on('2026-03-18').ok).toBe(true);
    expect(on('2026-04-02', { neverDueBecause: 'Offline' })).toEqual(err('snooze-not-due'));
  });

  it('is not possible for a compromised key, however often it was not used', () => {
    expect(on('2026-04-02', { compromisedAtMs: 1 })).toEqual(err('snooze-compromised'));
  });

  it('is not possible for a key that is not in use', () => {
    expect(on('2026-04-02', { state: 'revoked' })).toEqual(err('key-missing'));
    expect(on('2026-04-02', { state: 'staged' })).toEqual(err('key-missing'));
  });
});
