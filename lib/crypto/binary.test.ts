import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes } from '../shared/bytes';
import { ByteReader, u8, u16, u32, u64 } from './binary';

describe('the numbers of the envelope', () => {
  it('are written with the most significant byte first', () => {
    expect(concatBytes(u8(0x01), u16(0x0203), u32(0x04050607), u64(0x08090a0b0c0d))).toEqual(
      Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 0, 0, 8, 9, 10, 11, 12, 13),
    );
  });

  it('read back as they were written', () => {
    const numbers = fc.tuple(fc.nat(0xff), fc.nat(0xffff), fc.nat(0xffff_ffff), fc.maxSafeNat());
    fc.assert(
      fc.property(numbers, ([a, b, c, d]) => {
        const reader = new ByteReader(concatBytes(u8(a), u16(b), u32(c), u64(d)));
        expect([reader.u8(), reader.u16(), reader.u32(), reader.u64()]).toEqual([a, b, c, d]);
        expect(reader.remaining).toBe(0);
      }),
    );
  });

  it('are refused beyond what a number holds exactly', () => {
    expect(new ByteReader(Uint8Array.of(0, 0x20, 0, 0, 0, 0, 0, 0)).u64()).toBeNull();
    expect(new ByteReader(new Uint8Array(8).fill(0xff)).u64()).toBeNull();
  });
});

describe('ByteReader', () => {
  it('reads nothing any more once something did not reach, however short', () => {
    const reader = new ByteReader(Uint8Array.of(1, 2));
    expect(reader.take(3)).toBeNull();
    expect(reader.u8()).toBeNull();
    expect(reader.take(0)).toBeNull();
  });

  it('hands out copies, so that a piece can be wiped', () => {
    const bytes = Uint8Array.of(1, 2);
    new ByteReader(bytes).take(2)?.fill(0);
    expect(bytes).toEqual(Uint8Array.of(1, 2));
  });
});
