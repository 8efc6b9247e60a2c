import { describe, expect, it } from 'vitest';
import type { Facts } from './advice';
import { adviseOn } from './advice';
import type { OutcomeCode } from './outcome';
import { outcome } from './outcome';

const FACTS: Facts = {
  codeEntered: true,
  usedCodeNear: false,
  clockKnown: true,
  clockBehindSeconds: null,
  sawSha1Notice: false,
  isSavedAsSha1: false,
};

function advise(code: OutcomeCode, known: Partial<Facts> = {}) {
  const { hints, offers } = adviseOn(outcome(code), { ...FACTS, ...known });
  return { hints: hints.map(({ code: hint, details }) => [hint, ...details].join(' ')), offers };
}

describe('a refused code', () => {
  it('is put down to what is likeliest first, and may be one of an authenticator that was reset', () => {
    expect(advise('rejected', { usedCodeNear: true, clockBehindSeconds: 40 })).toEqual({
      hints: ['code-used', 'code-elsewhere', 'clock-behind 40', 'authenticator-reset'],
      offers: ['reset-authenticator'],
    });
  });

  it.each([
    [{ clockBehindSeconds: -7 }, 'clock-ahead 7'],
    [{}, 'clock-right'],
    [{ clockKnown: false }, 'clock-unknown'],
  ])('says of the clock what is known: %o', (known, hint) => {
    expect(advise('rejected', known).hints).toEqual(['code-elsewhere', hint, 'authenticator-reset']);
  });
});

describe('a refusal before any code was entered', () => {
  it('is put down to nothing that a code may suffer from', () => {
    expect(advise('rejected', { codeEntered: false, clockBehindSeconds: 40 })).toEqual({
      hints: [],
      offers: ['edit-account'],
    });
  });
});

describe('a sign-in that went well', () => {
  it('says nothing more, unless the clock was corrected', () => {
    expect(advise('signed-in')).toEqual({ hints: [], offers: [] });
    expect(advise('signed-in', { clockBehindSeconds: 40 }).hints).toEqual(['clock-behind 40']);
  });

  it('offers to correct the algorithm, where the site complained of it and it is saved so', () => {
    expect(advise('signed-in', { sawSha1Notice: true, isSavedAsSha1: true })).toEqual({
      hints: ['sha1'],
      offers: ['correct-algorithm'],
    });
    expect(advise('accepted', { sawSha1Notice: true }).offers).toEqual([]);
  });
});

describe('the other outcomes', () => {
  it.each([
    ['key-refused', ['edit-account', 'rotate-key']],
    ['key-unexpected', ['give-key']],
    ['clock-off', ['use-site-clock']],
    ['clock-far-off', []],
    ['authenticator-dead', ['edit-account']],
    ['limited', []],
    ['offline', []],
    ['page-changed', []],
  ] as const)('%s offers %o', (code, offers) => {
    expect(advise(code)).toEqual({ hints: [], offers });
  });
});
