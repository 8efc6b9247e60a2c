import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Decode, base64Encode } from './base64';

describe('base64', () => {
  it('gives back every byte sequence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        expect(base64Decode(base64Encode(bytes))).toEqual(bytes);
      }),
    );
  });

  it('writes what the platform writes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        expect(base64Encode(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
  });

  it('has one text for each byte sequence: whatever it reads, it writes the same way', () => {
    const nearlyBase64 = fc.string({
      unit: fc.constantFrom('A', 'B', 'Q', 'g', 'w', '8', '/', '+', '='),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(nearlyBase64, fc.string({ unit: 'binary' })), text => {
        const bytes = base64Decode(text);
        if (bytes !== null) expect(base64Encode(bytes)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });
});
