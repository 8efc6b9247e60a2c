import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseStep } from './choose-step';
import { correctionMs, judgeSkew, measureSkew, secondsWorthSaying, servingSkew } from './skew';
import { stepAt } from './time-step';

const NOW = 1_800_000_000_000;
const TEN_MINUTES_MS = 600_000;

/** A question to a site whose clock is ahead by so much, which took so long each way. */
function look(aheadMs: number, thereMs: number, backMs: number, sentAtMs = NOW) {
  const siteMs = Math.floor((sentAtMs + thereMs + aheadMs) / 1_000) * 1_000;
  return { sentAtMs, receivedAtMs: sentAtMs + thereMs + backMs, siteMs };
}

const anyLook = fc.record({
  aheadMs: fc.integer({ min: -TEN_MINUTES_MS, max: TEN_MINUTES_MS }),
  thereMs: fc.integer({ min: 0, max: 2_000 }),
  backMs: fc.integer({ min: 0, max: 2_000 }),
  sentAtMs: fc.integer({ min: NOW, max: NOW + 86_400_000 }),
});

describe('measureSkew', () => {
  it('is never further from the truth than it says, however lopsided the way', () => {
    fc.assert(
      fc.property(anyLook, ({ aheadMs, thereMs, backMs, sentAtMs }) => {
        const skew = measureSkew(look(aheadMs, thereMs, backMs, sentAtMs));
        expect(Math.abs((skew?.aheadMs ?? Number.NaN) - aheadMs)).toBeLessThanOrEqual(skew?.errorMs ?? 0);
      }),
    );
  });

  it('says nothing of an answer that took too long, or during which the clock was set back', () => {
    expect(measureSkew(look(0, 3_000, 2_001))).toBeNull();
    expect(measureSkew({ ...look(0, 10, 10), receivedAtMs: NOW - 1 })).toBeNull();
  });
});

describe('judgeSkew', () => {
  it.each([
    [0, 'correct'],
    [120_000, 'correct'],
    [-120_000, 'correct'],
    [120_001, 'ask'],
    [-900_000, 'ask'],
    [900_001, 'refuse'],
    [-900_001, 'refuse'],
  ] as const)('of %d ms says %s', (aheadMs, verdict) => {
    expect(judgeSkew({ aheadMs, errorMs: 500, measuredAtMs: NOW })).toBe(verdict);
  });
});

describe('a correction', () => {
  const skew = (aheadMs: number) => ({ aheadMs, errorMs: 510, measuredAtMs: NOW });

  it('is what was measured; of a large difference only where the person agrees, of a huge one never', () => {
    expect(correctionMs(null, true)).toBe(0);
    expect(correctionMs(skew(40_000.5), false)).toBe(40_001);
    expect(correctionMs(skew(-600_000), false)).toBe(0);
    expect(correctionMs(skew(-600_000), true)).toBe(-600_000);
    expect(correctionMs(skew(900_001), true)).toBe(0);
  });

  it('is said only where the clock is off beyond doubt', () => {
    expect(secondsWorthSaying(null)).toBeNull();
    expect(secondsWorthSaying(skew(2_509))).toBeNull();
    expect(secondsWorthSaying(skew(2_510))).toBe(3);
    expect(secondsWorthSaying(skew(-40_000))).toBe(-40);
  });

  it('serves for an hour, and not where the clock was set back behind it', () => {
    expect(servingSkew(skew(1), NOW + 3_600_000)).not.toBeNull();
    expect(servingSkew(skew(1), NOW + 3_600_001)).toBeNull();
    expect(servingSkew(skew(1), NOW - 1)).toBeNull();
    expect(servingSkew(null, NOW)).toBeNull();
  });
});

describe('a code that is chosen by a measured clock', () => {
  it('is one that the site takes, with clocks up to ten minutes apart and at every second of a step', () => {
    fc.assert(
      fc.property(anyLook, fc.integer({ min: 0, max: 29_999 }), (given, intoStepMs) => {
        const sentAtMs = NOW + intoStepMs;
        const skew = measureSkew(look(given.aheadMs, given.thereMs, given.backMs, sentAtMs));
        if (skew === null) return;
        const choose = (nowMs: number) =>
          chooseStep({
            nowMs: nowMs + correctionMs(skew, true),
            periodSeconds: 30,
            used: new Set(),
            minimumRemainingMs: skew.errorMs,
          });
        const choice = choose(skew.measuredAtMs);
        const atMs = choice.kind === 'now' ? skew.measuredAtMs : choice.untilMs - correctionMs(skew, true);
        // What the site then takes: its own step, the one before and the one after.
        const siteStep = stepAt(atMs + given.aheadMs, 30);
        expect(Math.abs(choice.step - siteStep)).toBeLessThanOrEqual(1);
        // And for as long as an answer may take besides, unless the wait alone has brought it to the very edge.
        expect(Math.abs(choice.step - stepAt(atMs + given.aheadMs + 5_000, 30))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('waits for nothing, whatever the second, once the clock is known to the second', () => {
    const skew = measureSkew(look(0, 5, 5));
    const waits = Array.from({ length: 30 }, (_, second) =>
      chooseStep({
        nowMs: NOW + second * 1_000,
        periodSeconds: 30,
        used: new Set(),
        minimumRemainingMs: skew?.errorMs ?? 0,
      }),
    );
    expect(waits.filter(({ kind }) => kind === 'wait')).toEqual([]);
  });
});
