import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UsedStep } from './step-ledger';
import { MAXIMUM_USED_STEPS, pruneUsedSteps, readUsedSteps, recordUsedStep, usedStepsOf } from './step-ledger';

const NOW = 1_700_000_000_000;
const used = (changes: Partial<UsedStep> = {}): UsedStep => ({ token: 'a', step: 7, usedAtMs: NOW, ...changes });

describe('pruneUsedSteps', () => {
  it('keeps an entry for 120 seconds and not longer', () => {
    expect(pruneUsedSteps([used()], NOW + 120_000)).toEqual([used()]);
    expect(pruneUsedSteps([used()], NOW + 120_001)).toEqual([]);
  });

  it('keeps an entry from the future, since the clock may have been set back', () => {
    const future = used({ usedAtMs: NOW + 3_600_000 });
    expect(pruneUsedSteps([future], NOW)).toEqual([future]);
  });
});

describe('recordUsedStep', () => {
  it('appends, and forgets what has run out', () => {
    const old = used({ step: 1, usedAtMs: NOW - 120_001 });
    const recent = used({ step: 6, usedAtMs: NOW - 30_000 });
    expect(recordUsedStep([old, recent], used())).toEqual([recent, used()]);
  });

  it('keeps one entry for each step of an authenticator, with the latest time', () => {
    const ledger = recordUsedStep([used({ usedAtMs: NOW - 1000 }), used({ token: 'b' })], used());
    expect(ledger).toEqual([used({ token: 'b' }), used()]);
  });

  it('never changes the list it was given and never grows without bound', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ token: fc.constantFrom('a', 'b'), step: fc.nat(), usedAtMs: fc.nat() }), {
          maxLength: 150,
        }),
        entries => {
          const ledger = entries.reduce<readonly UsedStep[]>(
            (list, entry) => recordUsedStep(Object.freeze(list), entry),
            [],
          );
          expect(ledger.length).toBeLessThanOrEqual(MAXIMUM_USED_STEPS);
          const last = entries.at(-1);
          if (last !== undefined) expect(usedStepsOf(ledger, last.token).has(last.step)).toBe(true);
        },
      ),
    );
  });
});

describe('usedStepsOf', () => {
  it('tells the steps of one authenticator from those of another', () => {
    expect(usedStepsOf([used(), used({ token: 'b', step: 9 })], 'a')).toEqual(new Set([7]));
  });
});

describe('readUsedSteps', () => {
  it('drops what does not fit and keeps the rest', () => {
    const stored = [
      used(),
      null,
      { ...used(), step: -1 },
      { ...used(), extra: 1 },
      { ...used(), usedAtMs: Number.NaN },
    ];
    expect(readUsedSteps(stored)).toEqual([used()]);
  });

  it.each([undefined, null, 'x', {}])('reads %j as an empty list', stored => {
    expect(readUsedSteps(stored)).toEqual([]);
  });
});
