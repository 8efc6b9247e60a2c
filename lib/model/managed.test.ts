import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schema from '../../public/managed-schema.json';
import { readManagedPolicy, STRICTEST, tightenPolicy, UNMANAGED } from './managed';
import type { Policy } from './policy';
import { INTERVAL_DAYS, LOCK_AFTER_MINUTES, NOTICE_DAYS } from './policy';

const inRange = ({ least, most }: { readonly least: number; readonly most: number }) =>
  fc.integer({ min: least, max: most });

const policies: fc.Arbitrary<Policy> = fc.record({
  lockAfterMinutes: inRange(LOCK_AFTER_MINUTES),
  intervalDays: inRange(INTERVAL_DAYS),
  noticeDays: inRange(NOTICE_DAYS),
  signInMode: fc.constantFrom('full', 'fill', 'automatic'),
});

const prescriptions = fc.record(
  {
    maximumIntervalDays: inRange(INTERVAL_DAYS),
    minimumNoticeDays: inRange(NOTICE_DAYS),
    maximumLockAfterMinutes: inRange(LOCK_AFTER_MINUTES),
    exportAllowed: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('what an organisation prescribes', () => {
  it('only ever tightens what a person chose', () => {
    fc.assert(
      fc.property(policies, prescriptions, (policy, stored) => {
        const held = tightenPolicy(policy, readManagedPolicy(stored));
        expect(held.intervalDays).toBeLessThanOrEqual(policy.intervalDays);
        expect(held.noticeDays).toBeGreaterThanOrEqual(policy.noticeDays);
        expect(held.lockAfterMinutes).toBeLessThanOrEqual(policy.lockAfterMinutes);
        expect(held.signInMode).toBe(policy.signInMode);
      }),
    );
  });

  it('changes nothing where nothing is prescribed', () => {
    expect(readManagedPolicy({})).toEqual(UNMANAGED);
    fc.assert(
      fc.property(policies, policy => {
        expect(tightenPolicy(policy, UNMANAGED)).toEqual({ ...policy, mostIntervalDays: null });
      }),
    );
  });

  it.each([
    [null],
    ['strict'],
    [[]],
    [[{ maximumIntervalDays: 30 }]],
    [new Date(0)],
    [new Map([['maximumIntervalDays', 30]])],
    [{ maximumIntervalDays: Number.NaN }],
    [{ maximumIntervalDays: '30' }],
    [{ maximumIntervalDays: 6 }],
    [{ minimumNoticeDays: 91 }],
    [{ maximumLockAfterMinutes: 7.5 }],
    [{ exportAllowed: 'no' }],
    [{ maximumIntervalDays: 30, maximumInterval: 30 }],
  ])('is taken for the strictest where it cannot be read: %j', stored => {
    expect(readManagedPolicy(stored)).toEqual(STRICTEST);
  });

  it('reaches Latchkey out of range too, since Chromium drops what its schema refuses, and nobody would be told', () => {
    const { properties } = schema;
    for (const property of Object.values(properties)) expect(property).not.toHaveProperty('minimum');
    for (const property of Object.values(properties)) expect(property).not.toHaveProperty('maximum');
    expect(properties.maximumIntervalDays.description).toContain(`${INTERVAL_DAYS.least} to ${INTERVAL_DAYS.most}`);
    expect(properties.minimumNoticeDays.description).toContain(`${NOTICE_DAYS.least} to ${NOTICE_DAYS.most}`);
    const { least, most } = LOCK_AFTER_MINUTES;
    expect(properties.maximumLockAfterMinutes.description).toContain(`${least} to ${most}`);
    for (const name of Object.keys(properties)) {
      expect(readManagedPolicy({ [name]: name === 'exportAllowed' ? false : 30 })).not.toEqual(STRICTEST);
    }
  });
});
