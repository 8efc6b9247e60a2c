import { describe, expect, it } from 'vitest';
import type { Algorithm, Authenticator } from '../model/authenticator';
import { utf8Encode } from '../shared/bytes';
import { Secret } from '../shared/secret';
import { encodeBase32 } from './base32';
import { codeAt, codeForStep, codesAt } from './code';

/** The RFCs' seeds: the digits 1 to 0 repeated to the size of the hash. Twenty bytes for all is the classic mistake. */
const SEED_BYTES = { SHA1: 20, SHA256: 32, SHA512: 64 } as const;

function rfcAuthenticator(algorithm: Algorithm, changes: Partial<Authenticator> = {}): Authenticator {
  const seed = '1234567890'.repeat(7).slice(0, SEED_BYTES[algorithm]);
  const secret = new Secret<'totp-secret'>(encodeBase32(utf8Encode(seed)));
  return { secret, algorithm, digits: 8, periodSeconds: 30, issuer: '', account: '', ...changes };
}

/** RFC 6238 appendix B: seconds, and the codes by SHA-1, SHA-256 and SHA-512. */
const RFC_6238 = [
  [59, '94287082', '46119246', '90693936'],
  [1111111109, '07081804', '68084774', '25091201'],
  [1111111111, '14050471', '67062674', '99943326'],
  [1234567890, '89005924', '91819424', '93441116'],
  [2000000000, '69279037', '90698825', '38618901'],
  [20000000000, '65353130', '77737706', '47863826'],
] as const;

/** RFC 4226 appendix D, counters 0 to 9. */
const RFC_4226 = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'];

/** Milliseconds, period, step, code, next code, milliseconds left: SHA-1, six digits, from Python's hmac. */
const BOUNDARIES = [
  ['the epoch', 0, 30, 0, '755224', '287082', 30_000],
  ['the last millisecond of a step', 29_999, 30, 0, '755224', '287082', 1],
  ['the first millisecond of a step', 30_000, 30, 1, '287082', '359152', 30_000],
  ['59.999 s, never rounded up', 59_999, 30, 1, '287082', '359152', 1],
  ['the last second of int32', 2147483647999, 30, 71582788, '703886', '302373', 22_001],
  ['2038', 2147483648000, 30, 71582788, '703886', '302373', 22_000],
  ['the last second of uint32', 4294967295999, 30, 143165576, '791428', '427924', 14_001],
  ['2106', 4294967296000, 30, 143165576, '791428', '427924', 14_000],
  ['a step beyond 2^32', 253402300799999, 30, 8446743359, '099568', '896606', 1],
  ['a period of 60 s', 1234567890000, 60, 20576131, '713351', '804141', 30_000],
  ['a period that no minute is a multiple of', 1234567890000, 50, 24691357, '974356', '581063', 10_000],
  ['a second before summer time', 1743296399000, 30, 58109879, '315759', '909080', 1000],
  ['summer time', 1743296400000, 30, 58109880, '909080', '291080', 30_000],
  ['a second before a leap second', 1483228799000, 30, 49440959, '021503', '132510', 1000],
  ['after a leap second', 1483228800000, 30, 49440960, '132510', '653162', 30_000],
] as const;

describe('codeAt', () => {
  it.each(RFC_6238)('gives the codes of RFC 6238 at %i s', (seconds, sha1, sha256, sha512) => {
    expect(codeAt(rfcAuthenticator('SHA1'), seconds * 1000).code).toBe(sha1);
    expect(codeAt(rfcAuthenticator('SHA256'), seconds * 1000).code).toBe(sha256);
    expect(codeAt(rfcAuthenticator('SHA512'), seconds * 1000).code).toBe(sha512);
  });

  it('tells from when to when the code is the current one', () => {
    const { validFromMs, validUntilMs, step } = codeAt(rfcAuthenticator('SHA1'), 59_999);
    expect({ validFromMs, validUntilMs, step }).toEqual({ validFromMs: 30_000, validUntilMs: 60_000, step: 1 });
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('throws for %d, which is no time', unixMs => {
    expect(() => codeAt(rfcAuthenticator('SHA1'), unixMs)).toThrow(RangeError);
  });

  it.each([0, -30, 0.5, Number.NaN])('throws for a period of %d s', periodSeconds => {
    expect(() => codeAt(rfcAuthenticator('SHA1', { periodSeconds }), 0)).toThrow(RangeError);
  });

  it('throws for an empty secret instead of making codes that anybody can make', () => {
    const authenticator = rfcAuthenticator('SHA1', { secret: new Secret<'totp-secret'>('') });
    expect(() => codeAt(authenticator, 0)).toThrow(RangeError);
  });
});

describe('codeForStep', () => {
  it.each(RFC_4226.map((code, step) => ({ code, step })))(
    'gives the code of RFC 4226 for counter $step',
    ({ code, step }) => {
      expect(codeForStep(rfcAuthenticator('SHA1', { digits: 6 }), step)).toBe(code);
    },
  );

  it.each([-1, 0.5, Number.NaN])('throws for step %d', step => {
    expect(() => codeForStep(rfcAuthenticator('SHA1'), step)).toThrow(RangeError);
  });
});

describe('codesAt', () => {
  it.each(BOUNDARIES)('is exact at %s', (_why, unixMs, periodSeconds, step, code, next, leftMs) => {
    const authenticator = rfcAuthenticator('SHA1', { digits: 6, periodSeconds });
    expect(codesAt(authenticator, unixMs)).toEqual({ code, next, step, validUntilMs: unixMs + leftMs });
  });
});
