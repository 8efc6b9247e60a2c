import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  opensAgainAtMs,
  pruneSubmits,
  readSubmits,
  recordRefusal,
  recordSubmit,
  SUBMIT_WINDOW_MS,
  SUBMITS_ALLOWED,
} from './submits';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const minutesAgo = (...minutes: readonly number[]) => minutes.map(ago => NOW - ago * MINUTE);

/** Submits at least three seconds apart, so that each is one of its own. */
const gaps = fc.array(fc.integer({ min: 3_000, max: 10 * MINUTE }), { maxLength: 30 });

function play(steps: readonly number[]): { readonly kept: readonly number[]; readonly all: number[]; nowMs: number } {
  let kept: readonly number[] = [];
  let nowMs = NOW;
  const all: number[] = [];
  for (const gapMs of steps) {
    nowMs += gapMs;
    kept = recordSubmit(kept, nowMs, nowMs);
    all.push(nowMs);
  }
  return { kept, all, nowMs };
}

describe('counting submits', () => {
  it('warns exactly where the site, which counts five in a sliding quarter of an hour, would refuse the next', () => {
    fc.assert(
      fc.property(gaps, fc.nat(20 * MINUTE), (steps, laterMs) => {
        const { kept, all, nowMs } = play(steps);
        const thenMs = nowMs + laterMs;
        const counted = all.filter(atMs => thenMs - atMs < SUBMIT_WINDOW_MS);
        const opensMs = opensAgainAtMs(kept, thenMs);
        expect(opensMs !== null).toBe(counted.length >= SUBMITS_ALLOWED);
        if (opensMs === null) return;
        expect(opensMs).toBeGreaterThan(thenMs);
        expect(opensAgainAtMs(kept, opensMs)).toBeNull();
        expect(opensAgainAtMs(kept, opensMs - 1)).not.toBeNull();
      }),
    );
  });

  it('counts a submit once that is heard of twice', () => {
    const once = recordSubmit([], NOW, NOW);
    expect(recordSubmit(once, NOW + 900, NOW + 950)).toEqual(once);
    expect(recordSubmit(once, NOW + 2_000, NOW + 2_000)).toHaveLength(2);
  });

  it('forgets one after a quarter of an hour, and takes in none that is older', () => {
    expect(pruneSubmits([NOW - SUBMIT_WINDOW_MS, NOW - SUBMIT_WINDOW_MS + 1], NOW)).toEqual([
      NOW - SUBMIT_WINDOW_MS + 1,
    ]);
    expect(recordSubmit([], NOW - SUBMIT_WINDOW_MS, NOW)).toEqual([]);
  });

  it('warns for a quarter of an hour at the most after the clock was set, in whichever direction', () => {
    const day = 86_400_000;
    fc.assert(
      fc.property(gaps, fc.integer({ min: -day, max: day }), (steps, jumpMs) => {
        const { kept, nowMs } = play(steps);
        const afterJumpMs = nowMs + jumpMs;
        const pruned = pruneSubmits(kept, afterJumpMs);
        expect(pruned.every(atMs => atMs <= afterJumpMs)).toBe(true);
        expect(opensAgainAtMs(pruned, afterJumpMs + SUBMIT_WINDOW_MS)).toBeNull();
        // Set back, the count stands: forgetting it could cost the attempt that is refused.
        if (jumpMs <= 0) expect(pruned.length).toBe(pruneSubmits(kept, nowMs).length);
      }),
    );
  });

  it('reads whatever lies in storage, and never more than a few dozen', () => {
    fc.assert(
      fc.property(fc.anything(), stored => {
        expect(readSubmits(stored).every(Number.isFinite)).toBe(true);
      }),
    );
    expect(readSubmits([NOW, 'x', null, NOW - 1, Number.NaN])).toEqual([NOW - 1, NOW]);
    expect(readSubmits(Array.from({ length: 1_000 }, (_, index) => index))).toHaveLength(50);
  });
});

describe('after the site itself has refused', () => {
  const opensMs = (submits: readonly number[], refusedAtMs: number | null = null) =>
    opensAgainAtMs(recordRefusal(submits, refusedAtMs, NOW), NOW);

  it('says when the fifth last submit is a quarter of an hour old, or the first of those that are known', () => {
    expect(opensMs(minutesAgo(14, 12, 9, 5, 1))).toBe(NOW + MINUTE);
    expect(opensMs(minutesAgo(5, 1))).toBe(NOW + 10 * MINUTE);
    expect(opensMs([])).toBe(NOW + SUBMIT_WINDOW_MS);
  });

  it('does not count the one that was refused', () => {
    expect(opensMs([...minutesAgo(14, 12, 9, 5, 1), NOW], NOW)).toBe(NOW + MINUTE);
    expect(opensMs(minutesAgo(0), NOW)).toBe(NOW + SUBMIT_WINDOW_MS);
  });
});
