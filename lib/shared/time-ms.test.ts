import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeMs } from './time-ms';

describe('isTimeMs', () => {
  it('takes just the whole numbers that are dates', () => {
    for (const time of [0, -1, 1_795_392_000_000, 8.64e15, -8.64e15]) expect(isTimeMs(time)).toBe(true);
    for (const none of [8.64e15 + 1, 1e300, -1e300, 0.5, Number.NaN, Infinity, '0', null]) {
      expect(isTimeMs(none)).toBe(false);
    }
  });

  it('takes nothing that cannot be shown as a date', () => {
    const format = new Intl.DateTimeFormat('en');
    fc.assert(
      fc.property(fc.double(), value => {
        if (isTimeMs(value)) expect(() => format.format(value)).not.toThrow();
      }),
    );
  });
});
