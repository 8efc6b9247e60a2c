import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase32, encodeBase32 } from './base32';

describe('base32', () => {
  it('gives back the bytes that were encoded', () => {
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        expect(decodeBase32(encodeBase32(bytes))).toEqual({ ok: true, value: bytes });
      }),
    );
  });

  it('reads the same bytes in any case and grouping', () => {
    const dressed = fc.array(fc.tuple(fc.boolean(), fc.constantFrom('', ' ', '-', '\n')), { maxLength: 64 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), dressed, (bytes, dress) => {
        const text = Array.from(encodeBase32(bytes), (letter, index) => {
          const [lower = false, separator = ''] = dress[index] ?? [];
          return (lower ? letter.toLowerCase() : letter) + separator;
        }).join('');
        expect(decodeBase32(text)).toEqual({ ok: true, value: bytes });
      }),
    );
  });

  it('has one canonical text: what decodes and is clean encodes to itself', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567') });
    fc.assert(
      fc.property(letters, text => {
        const decoded = decodeBase32(text);
        if (decoded.ok) expect(encodeBase32(decoded.value)).toBe(text);
      }),
    );
  });

  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), text => {
        decodeBase32(text);
      }),
    );
  });
});
