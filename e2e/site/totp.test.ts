import { describe, expect, it } from 'vitest';
import { computeCode, matchCode, stepAt } from './totp';

// RFC 6238, appendix B.
const RFC_ROWS = [
  [59, '94287082', '46119246', '90693936'],
  [1111111109, '07081804', '68084774', '25091201'],
  [1111111111, '14050471', '67062674', '99943326'],
  [1234567890, '89005924', '91819424', '93441116'],
  [2000000000, '69279037', '90698825', '38618901'],
  [20000000000, '65353130', '77737706', '47863826'],
] as const;

const repeatDigits = (length: number) => Buffer.from('1234567890'.repeat(7).slice(0, length));

describe('computeCode', () => {
  it.each(RFC_ROWS)('agrees with RFC 6238 at %d s', (seconds, sha1, sha256, sha512) => {
    const step = stepAt(seconds * 1000);
    expect(computeCode(repeatDigits(20), step, 'sha1', 8)).toBe(sha1);
    expect(computeCode(repeatDigits(32), step, 'sha256', 8)).toBe(sha256);
    expect(computeCode(repeatDigits(64), step, 'sha512', 8)).toBe(sha512);
  });
});

describe('stepAt', () => {
  it.each([
    [0, 0],
    [29_999, 0],
    [30_000, 1],
    [59_999, 1],
    [1_111_111_109_999, 37_037_036],
    [1_111_111_110_000, 37_037_037],
  ])('puts %d ms in step %d', (nowMs, step) => {
    expect(stepAt(nowMs)).toBe(step);
  });
});

describe('matchCode', () => {
  const secret = repeatDigits(20);
  const nowMs = 1_700_000_000_000;
  const step = stepAt(nowMs);
  const neverBurnt = () => false;

  it.each([-1, 0, 1])('accepts the code of step %d from now', offset => {
    const code = computeCode(secret, step + offset, 'sha256');
    expect(matchCode(secret, code, nowMs, neverBurnt)).toEqual({ step: step + offset, algorithm: 'sha256' });
  });

  it.each([-2, 2])('refuses the code of step %d from now', offset => {
    expect(matchCode(secret, computeCode(secret, step + offset, 'sha256'), nowMs, neverBurnt)).toBeUndefined();
  });

  it('accepts the SHA-1 twin and says so', () => {
    const code = computeCode(secret, step, 'sha1');
    expect(matchCode(secret, code, nowMs, neverBurnt)).toEqual({ step, algorithm: 'sha1' });
  });

  it('refuses both twins of a burnt step', () => {
    for (const algorithm of ['sha256', 'sha1'] as const) {
      const code = computeCode(secret, step, algorithm);
      expect(matchCode(secret, code, nowMs, burnt => burnt === step)).toBeUndefined();
    }
  });

  it.each(['', '12345', '1234567', '12345a', ' 12345', '\u0661\u0662\u0663\u0664\u0665\u0666'])('refuses %j', code => {
    expect(matchCode(secret, code, nowMs, neverBurnt)).toBeUndefined();
  });
});
