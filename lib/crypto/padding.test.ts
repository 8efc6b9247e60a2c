import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pad, paddedLength, unpad } from './padding';

const STEP = 4_096;
const LAST_STEPPED = 65_536;
const CAP = 4 * 1024 * 1024;

describe('paddedLength', () => {
  it.each([
    [0, STEP],
    [1, STEP],
    [STEP, STEP],
    [STEP + 1, 2 * STEP],
    [LAST_STEPPED, LAST_STEPPED],
    [LAST_STEPPED + 1, 67_584],
    [1_000_000, 1_015_808],
  ])('of %d bytes is %d', (length, padded) => {
    expect(paddedLength(length)).toBe(padded);
  });

  it('adds at most an eighth above 64 KiB, and never takes anything away', () => {
    fc.assert(
      fc.property(fc.integer({ min: LAST_STEPPED + 1, max: CAP }), length => {
        const padded = paddedLength(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(padded).toBeLessThanOrEqual(Math.ceil(length * 1.12));
      }),
    );
  });

  it('grows with the content and is a fixed point of itself', () => {
    const length = fc.integer({ min: 0, max: CAP });
    fc.assert(
      fc.property(length, length, (a, b) => {
        expect(paddedLength(Math.min(a, b))).toBeLessThanOrEqual(paddedLength(Math.max(a, b)));
        expect(paddedLength(paddedLength(a))).toBe(paddedLength(a));
      }),
    );
  });

  it('knows few sizes: sixteen up to 64 KiB, and a few dozen from there to 4 MiB', () => {
    const sizes = new Set<number>();
    for (let length = 0; length <= CAP; length += 512) sizes.add(paddedLength(length));
    expect([...sizes].filter(size => size <= LAST_STEPPED)).toHaveLength(16);
    expect(sizes.size).toBeLessThanOrEqual(16 + 6 * 32 + 1);
  });

  it('keeps the size of a vault when one entry of a few hundred bytes joins forty others', () => {
    const entry = 400;
    const sizes = Array.from({ length: 40 }, (_, entries) => paddedLength(200 + entries * entry));
    expect(new Set(sizes).size).toBeLessThanOrEqual(5);
  });
});

describe('pad and unpad', () => {
  it('give back every content', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), content => {
        const padded = pad(content);
        expect(padded.length).toBe(paddedLength(content.length + 4));
        expect(unpad(padded)).toEqual(content);
      }),
    );
  });

  it('give back contents on both sides of every step', () => {
    for (const length of [0, STEP - 5, STEP - 4, STEP - 3, LAST_STEPPED - 4, LAST_STEPPED - 3, 100_000]) {
      const content = new Uint8Array(length).fill(0xa5);
      expect(unpad(pad(content))).toEqual(content);
    }
  });

  it.each<[string, (padded: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>]>([
    ['a filling that is not zero', padded => padded.fill(1, padded.length - 1)],
    ['a filling that is not zero right behind the content', padded => padded.fill(1, 7, 8)],
    ['a length beyond its end', padded => padded.fill(0xff, 0, 4)],
    ['a step too many', padded => new Uint8Array([...padded, ...new Uint8Array(STEP)])],
    ['a byte too few', padded => padded.slice(0, -1)],
    ['less than a length', padded => padded.slice(0, 3)],
    ['nothing', () => new Uint8Array(0)],
  ])('refuse %s', (_, damage) => {
    expect(unpad(damage(pad(Uint8Array.of(1, 2, 3))))).toBeNull();
  });

  it('read one filling only: whatever unpads, pads to the same bytes', () => {
    const nearlyPadded = fc
      .tuple(fc.nat({ max: 2 * STEP }), fc.constantFrom(STEP, 2 * STEP), fc.constantFrom(0, 0, 1))
      .map(([length, size, filling]) => {
        const bytes = new Uint8Array(size).fill(filling, size - 1);
        new DataView(bytes.buffer).setUint32(0, length);
        return bytes;
      });
    fc.assert(
      fc.property(nearlyPadded, bytes => {
        const content = unpad(bytes);
        if (content !== null) expect(pad(content)).toEqual(bytes);
      }),
    );
  });
});
