import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, INTERVAL_DAYS, LOCK_AFTER_MINUTES, NOTICE_DAYS, policySchema } from './policy';

const LIMITS = [
  ['lockAfterMinutes', LOCK_AFTER_MINUTES],
  ['intervalDays', INTERVAL_DAYS],
  ['noticeDays', NOTICE_DAYS],
] as const;

const accepts = (changes: object) => v.is(policySchema, { ...DEFAULT_POLICY, ...changes });

describe('the policy', () => {
  it('starts with an hour, ninety days and a fortnight', () => {
    expect(DEFAULT_POLICY).toEqual({ lockAfterMinutes: 60, intervalDays: 90, noticeDays: 14, signInMode: 'full' });
    expect(accepts({})).toBe(true);
  });

  it('locks after five minutes to twelve hours', () => {
    expect(LOCK_AFTER_MINUTES).toEqual({ least: 5, most: 12 * 60 });
  });

  it.each(LIMITS)('takes whole numbers within its limits for %s', (name, { least, most }) => {
    expect(accepts({ [name]: least })).toBe(true);
    expect(accepts({ [name]: most })).toBe(true);
    for (const value of [least - 1, most + 1, least + 0.5, String(least), null, Number.NaN]) {
      expect(accepts({ [name]: value }), String(value)).toBe(false);
    }
  });

  it('takes no other settings, and none away', () => {
    expect(accepts({ other: 1 })).toBe(false);
    expect(v.is(policySchema, { lockAfterMinutes: 60, intervalDays: 90 })).toBe(false);
  });
});
