import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseStep } from './choose-step';

/** Step 100 runs from 3,000,000 to 3,030,000 ms. */
const START = 3_000_000;
const choose = (nowMs: number, used: readonly number[] = [], minimumRemainingMs = 0) =>
  chooseStep({ nowMs, periodSeconds: 30, used: new Set(used), minimumRemainingMs });

describe('chooseStep', () => {
  it('takes the current step', () => {
    expect(choose(START)).toEqual({ kind: 'now', step: 100 });
    expect(choose(START + 29_999)).toEqual({ kind: 'now', step: 100 });
  });

  it('takes the unused step before where the current one is used', () => {
    expect(choose(START + 5000, [100])).toEqual({ kind: 'now', step: 99 });
  });

  it('waits for the next step where both are used', () => {
    expect(choose(START + 5000, [99, 100])).toEqual({ kind: 'wait', untilMs: START + 30_000, step: 101 });
  });

  it('never takes the step ahead, though the site would accept it', () => {
    expect(choose(START + 29_999, [99, 100]).kind).toBe('wait');
  });

  it('waits for the next step where less than the minimum is left', () => {
    expect(choose(START + 26_000, [], 4000)).toEqual({ kind: 'now', step: 100 });
    expect(choose(START + 26_001, [], 4000)).toEqual({ kind: 'wait', untilMs: START + 30_000, step: 101 });
  });

  it('holds the step before to the same minimum, since it runs out at the same moment', () => {
    expect(choose(START + 29_000, [100], 4000)).toEqual({ kind: 'wait', untilMs: START + 30_000, step: 101 });
  });

  it('does not mind what is left once the skew is measured', () => {
    expect(choose(START + 29_999, [], 0)).toEqual({ kind: 'now', step: 100 });
  });

  it('is not disturbed by a used step ahead of a clock that was set back', () => {
    expect(choose(START, [101, 5000])).toEqual({ kind: 'now', step: 100 });
  });

  it('waits past used steps ahead of the clock', () => {
    expect(choose(START, [99, 100, 101, 102])).toEqual({ kind: 'wait', untilMs: START + 90_000, step: 103 });
  });

  it('takes the current step once it is the one before, where the step ahead is used', () => {
    expect(choose(START + 29_000, [101], 4000)).toEqual({ kind: 'wait', untilMs: START + 30_000, step: 100 });
  });

  it('has no step before the first', () => {
    expect(choose(0, [0])).toEqual({ kind: 'wait', untilMs: 30_000, step: 1 });
  });

  it('does not wait for ever where the minimum is longer than a period', () => {
    expect(chooseStep({ nowMs: START, periodSeconds: 5, used: new Set(), minimumRemainingMs: 9000 })).toEqual({
      kind: 'now',
      step: START / 5000,
    });
  });

  it.each([-1, Number.NaN])('throws for a minimum of %d', minimum => {
    expect(() => choose(START, [], minimum)).toThrow(RangeError);
  });

  const questions = fc.record({
    nowMs: fc.integer({ min: 0, max: 2_000_000 }),
    periodSeconds: fc.integer({ min: 5, max: 300 }),
    used: fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 60 }).map(steps => new Set(steps)),
    minimumRemainingMs: fc.integer({ min: 0, max: 10_000 }),
  });

  it('never chooses a used step, nor one that the site would not take at that time', () => {
    fc.assert(
      fc.property(questions, question => {
        const choice = chooseStep(question);
        const sentAtMs = choice.kind === 'now' ? question.nowMs : choice.untilMs;
        const siteStep = Math.floor(sentAtMs / 1000 / question.periodSeconds);
        expect(question.used.has(choice.step)).toBe(false);
        expect([siteStep - 1, siteStep]).toContain(choice.step);
      }),
    );
  });

  it('keeps its word: asked again at the announced time it answers now, with the announced step', () => {
    fc.assert(
      fc.property(questions, question => {
        const choice = chooseStep(question);
        if (choice.kind === 'now') return;
        expect(choice.untilMs).toBeGreaterThan(question.nowMs);
        expect(chooseStep({ ...question, nowMs: choice.untilMs })).toEqual({ kind: 'now', step: choice.step });
      }),
    );
  });

  it('waits no longer than it must: asked a millisecond earlier it still says wait', () => {
    fc.assert(
      fc.property(questions, question => {
        const choice = chooseStep(question);
        if (choice.kind === 'now' || choice.untilMs - 1 <= question.nowMs) return;
        expect(chooseStep({ ...question, nowMs: choice.untilMs - 1 }).kind).toBe('wait');
      }),
    );
  });
});
