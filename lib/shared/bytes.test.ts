import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, equalBytes, hexDecode, hexEncode, utf8Decode, utf8Encode, wipe } from './bytes';

const bytes = fc.uint8Array({ maxLength: 64 });

describe('UTF-8', () => {
  it('gives back every well-formed text, a byte order mark included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(utf8Decode(utf8Encode(`\ufeff${text}`))).toBe(`\ufeff${text}`);
      }),
    );
  });

  it('writes half of a surrogate pair as the replacement character', () => {
    expect(utf8Decode(utf8Encode('a\ud800b'))).toBe('a\ufffdb');
  });

  it.each([
    ['a continuation byte on its own', [0x80]],
    ['a sequence that is cut short', [0xe2, 0x82]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['an encoded surrogate', [0xed, 0xa0, 0x80]],
    ['a code point beyond Unicode', [0xf5, 0x80, 0x80, 0x80]],
  ])('refuses %s', (_, malformed) => {
    expect(utf8Decode(Uint8Array.from(malformed))).toBeNull();
  });
});

describe('concatBytes', () => {
  it('puts all parts behind each other', () => {
    expect(concatBytes(Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('gives an array of its own, so that wiping a part leaves the whole', () => {
    const part = Uint8Array.of(7);
    const whole = concatBytes(part);
    wipe(part);
    expect(whole).toEqual(Uint8Array.of(7));
  });
});

describe('equalBytes', () => {
  it('agrees with comparing byte by byte', () => {
    fc.assert(fc.property(bytes, bytes, (a, b) => equalBytes(a, b) === (a.join() === b.join())));
  });

  it('sees a difference in every single bit', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(7), (a, place, bit) => {
        const b = Uint8Array.from(a, (byte, index) => (index === place % a.length ? byte ^ (1 << bit) : byte));
        expect(equalBytes(a, b)).toBe(false);
      }),
    );
  });

  it('holds a prefix for unequal', () => {
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 0))).toBe(false);
  });
});

describe('wipe', () => {
  it('overwrites every array that it is given', () => {
    const [a, b] = [Uint8Array.of(1, 2), Uint8Array.of(3)];
    wipe(a, b);
    expect([...a, ...b]).toEqual([0, 0, 0]);
  });
});

describe('hexadecimal', () => {
  it('gives back every byte sequence', () => {
    fc.assert(
      fc.property(bytes, sequence => {
        expect(hexDecode(hexEncode(sequence))).toEqual(sequence);
      }),
    );
  });

  it.each(['0', '0A', '0g', '0x00', ' 00', '00\n'])('refuses %j', text => {
    expect(hexDecode(text)).toBeNull();
  });
});
