import { describe, expect, it } from 'vitest';
import type { Authenticator } from '../model/authenticator';
import { PARAMANT_DEFAULTS } from '../model/authenticator';
import { Secret } from '../shared/secret';
import { codeForStep } from './code';
import { codesForSpan } from './code-span';

const authenticator: Authenticator = { secret: new Secret<'totp-secret'>('GEZDGNBVGY3TQOJQ'), ...PARAMANT_DEFAULTS };
/** Five seconds into step 60,000,000. */
const FROM_MS = 60_000_000 * 30_000 + 5_000;

describe('codesForSpan', () => {
  it('has the step before, every step of the time, and those of one period more', () => {
    const steps = codesForSpan(authenticator, FROM_MS, 120_000).map(({ step }) => step - 60_000_000);
    expect(steps).toEqual([-1, 0, 1, 2, 3, 4, 5]);
  });

  it('has for each step the code that is made of it alone', () => {
    for (const { step, code } of codesForSpan(authenticator, FROM_MS, 120_000)) {
      expect(code).toBe(codeForStep(authenticator, step));
    }
  });

  it('begins with the first step there is', () => {
    expect(codesForSpan(authenticator, 0, 0).map(({ step }) => step)).toEqual([0, 1]);
  });
});
