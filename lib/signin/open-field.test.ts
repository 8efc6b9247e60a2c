import { describe, expect, it } from 'vitest';
import { nameOpenField } from './plan';
import { plan } from './plan.testing';
import { RunDriver } from './run.testing';
import type { SnapshotField } from './snapshot';
import { CODE, EMAIL, field, KEY, page, SUBMIT } from './snapshot.testing';

describe('a field that may be the key or the code', () => {
  const digits = { id: 'x', inputMode: 'numeric', maxLength: 6 };
  const unknown = (label: string, changes: Partial<SnapshotField> = {}) => field({ ...digits, label, ...changes });

  it('is pressed over by nothing while the form has no other', () => {
    expect(plan(page([EMAIL, KEY, unknown('Locker code')], [SUBMIT]), 'email', 'key')).toBe('nothing');
    const key = unknown('Locker key', { type: 'password', maxLength: -1 });
    expect(plan(page([EMAIL, key, CODE], [SUBMIT]), 'email', 'code')).toBe('nothing');
    expect(plan(page([key, { ...CODE, visible: false }], [SUBMIT]), 'email')).toBe('nothing');
  });

  it('is something else beside the key and the code themselves', () => {
    const whole = page([EMAIL, KEY, CODE, unknown('Locker code')], [SUBMIT]);
    expect(plan(whole, 'email', 'key', 'code')).toBe('press submit-btn to lead-on');
  });

  it('does not stand in the way where its words say that it is something else, or where nobody can use it', () => {
    const press = 'press submit-btn to lead-on';
    expect(plan(page([EMAIL, KEY, unknown('Coupon code')], [SUBMIT]), 'email', 'key')).toBe(press);
    for (const changes of [{ visible: false }, { enabled: false }]) {
      expect(plan(page([EMAIL, KEY, unknown('Locker code', changes)], [SUBMIT]), 'email', 'key')).toBe(press);
    }
  });
});

describe('what keeps a page from being sent', () => {
  const locker = field({ id: 'x', label: 'Locker code', inputMode: 'numeric', maxLength: 6 });

  it('goes by its own words, and there is nothing where the page may be sent', () => {
    expect(nameOpenField(page([EMAIL, KEY, locker], [SUBMIT]))).toBe('Locker code');
    expect(nameOpenField(page([EMAIL, KEY, CODE, locker], [SUBMIT]))).toBeNull();
    expect(nameOpenField(page([locker], [SUBMIT]))).toBeNull();
    const boxes = Array.from({ length: 6 }, () => ({ ...locker, maxLength: 1 }));
    expect(nameOpenField(page([EMAIL, KEY, ...boxes], [SUBMIT]))).toBe('Locker code');
  });

  it('is named when the run ends over it, and nothing was sent', () => {
    const driver = new RunDriver();
    const asked = page([EMAIL, KEY, locker], [SUBMIT]);
    driver.step(asked);
    driver.step(asked, { did: 'wrote' });
    expect(driver.step(asked, { did: 'wrote' })).toBe('wait');
    expect(driver.step(asked, {}, 20_000)).toBe('end field-unknown Locker code');
    expect(driver.run.submitted).toBe(false);
  });
});
