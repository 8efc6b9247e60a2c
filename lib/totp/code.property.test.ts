import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Authenticator } from '../model/authenticator';
import { ALGORITHMS, DIGITS } from '../model/authenticator';
import { Secret } from '../shared/secret';
import { encodeBase32 } from './base32';
import { codeAt, codeForStep, codesAt } from './code';

const authenticators: fc.Arbitrary<Authenticator> = fc.record({
  secret: fc.uint8Array({ minLength: 1, maxLength: 80 }).map(bytes => new Secret<'totp-secret'>(encodeBase32(bytes))),
  algorithm: fc.constantFrom(...ALGORITHMS),
  digits: fc.constantFrom(...DIGITS),
  periodSeconds: fc.integer({ min: 5, max: 300 }),
  issuer: fc.constant(''),
  account: fc.constant(''),
});
/** Until the last millisecond that a Date can hold. */
const times = fc.integer({ min: 0, max: 8.64e15 });

describe('a code', () => {
  it('stays the same within its step, to the millisecond', () => {
    fc.assert(
      fc.property(authenticators, times, fc.double({ min: 0, max: 1, noNaN: true }), (authenticator, unixMs, share) => {
        const now = codeAt(authenticator, unixMs);
        const later = Math.floor(unixMs + share * (now.validUntilMs - 1 - unixMs));
        expect(codeAt(authenticator, later)).toEqual(now);
        expect(codeAt(authenticator, now.validFromMs)).toEqual(now);
        expect(codeAt(authenticator, now.validUntilMs - 1)).toEqual(now);
      }),
    );
  });

  it('gives way to the next one exactly when its step ends', () => {
    fc.assert(
      fc.property(authenticators, times, (authenticator, unixMs) => {
        const now = codesAt(authenticator, unixMs);
        const after = codesAt(authenticator, now.validUntilMs);
        expect(after.step).toBe(now.step + 1);
        expect(after.code).toBe(now.next);
        expect(after.validUntilMs - now.validUntilMs).toBe(authenticator.periodSeconds * 1000);
      }),
    );
  });

  it('has as many digits as it should, leading zeros included', () => {
    fc.assert(
      fc.property(authenticators, fc.nat(), (authenticator, step) => {
        expect(codeForStep(authenticator, step)).toMatch(new RegExp(`^[0-9]{${authenticator.digits}}$`));
      }),
    );
  });
});
