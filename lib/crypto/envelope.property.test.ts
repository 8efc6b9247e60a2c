import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '../shared/bytes';
import { concatBytes } from '../shared/bytes';
import { formatHeader, parseEnvelope } from './envelope';
import { arbitraryHeader, formatUnsealed, makeHeader, makeSlot, PASSKEY_PARAMETERS } from './envelope.testing';

const VALID = formatUnsealed(makeHeader({ slots: [makeSlot(PASSKEY_PARAMETERS)] }));

/** Bytes from anywhere, half of them behind a beginning that is right, so that the inner checks are reached. */
const hostileBytes = fc.oneof(
  fc.uint8Array({ maxLength: 700 }),
  fc
    .tuple(fc.nat(VALID.length), fc.uint8Array({ maxLength: 400 }))
    .map(([length, tail]) => concatBytes(VALID.slice(0, length), tail)),
  fc.tuple(fc.nat(VALID.length - 1), fc.nat(255)).map(([place, value]) => replaceByte(VALID, place, value)),
);

function replaceByte(bytes: Bytes, place: number, value: number): Bytes {
  return Uint8Array.from(bytes, (byte, index) => (index === place ? value : byte));
}

describe('an envelope', () => {
  it('reads back as it was written, with slots of all three types', () => {
    fc.assert(
      fc.property(arbitraryHeader, header => {
        const parsed = parseEnvelope(formatUnsealed(header));
        expect(parsed.ok && parsed.value.header).toEqual(header);
      }),
    );
  });

  it('has one text for each meaning: what is read is written as the same bytes', () => {
    fc.assert(
      fc.property(hostileBytes, bytes => {
        const parsed = parseEnvelope(bytes);
        if (!parsed.ok) return;
        const { header, headerMac, ciphertext } = parsed.value;
        expect(concatBytes(formatHeader(header), headerMac, ciphertext)).toEqual(bytes);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is refused without an exception, whatever the bytes', () => {
    fc.assert(
      fc.property(hostileBytes, bytes => {
        expect(() => parseEnvelope(bytes)).not.toThrow();
      }),
      { numRuns: 10_000 },
    );
  });

  it('is refused at every length but its own', () => {
    for (let length = 0; length < VALID.length; length++) {
      expect(parseEnvelope(VALID.slice(0, length)).ok).toBe(false);
    }
    for (let extra = 1; extra <= 64; extra++) {
      expect(parseEnvelope(concatBytes(VALID, new Uint8Array(extra))).ok).toBe(false);
    }
  });
});
