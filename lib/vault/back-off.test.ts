import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../shared/duration';
import type { FailedAttempts } from './back-off';
import { countAttempt, rebase, tooSoon } from './back-off';

const failedAt = (count: number, lastAtMs: number): FailedAttempts => ({ count, lastAtMs });

describe('after wrong tries', () => {
  it('the first try ever is looked at at once', () => {
    expect(tooSoon(null, 0)).toBeNull();
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [6, 32],
    [7, 60],
    [500, 60],
  ])('%d of them in a row cost a wait of %d s, to the millisecond', (count, seconds) => {
    const attempts = failedAt(count, 5_000);
    expect(tooSoon(attempts, 5_000)).toEqual({ code: 'unlock-too-soon', seconds });
    expect(tooSoon(attempts, 5_000 + seconds * SECOND_MS - 1)).toEqual({ code: 'unlock-too-soon', seconds: 1 });
    expect(tooSoon(attempts, 5_000 + seconds * SECOND_MS)).toBeNull();
  });

  it('a clock that is set back neither skips the wait nor makes it last until the clock is there again', () => {
    const attempts = failedAt(4, HOUR_MS);
    const rebased = rebase(attempts, MINUTE_MS);
    expect(tooSoon(attempts, MINUTE_MS)).toEqual({ code: 'unlock-too-soon', seconds: 8 });
    expect(tooSoon(rebased, MINUTE_MS + 8 * SECOND_MS)).toBeNull();
  });

  it('a clock that goes on needs no rebasing', () => {
    expect(rebase(failedAt(4, 1_000), 1_000)).toBeNull();
    expect(rebase(null, 1_000)).toBeNull();
  });

  it('the wait never shrinks with another one, and is never longer than a minute', () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(), fc.integer(), (count, atMs, nowMs) => {
        const waits = [count, count + 1].map(c => tooSoon(c === 0 ? null : failedAt(c, atMs), nowMs)?.seconds ?? 0);
        expect(waits[0]).toBeLessThanOrEqual(waits[1] ?? 0);
        expect(waits[1]).toBeLessThanOrEqual(60);
      }),
    );
  });

  it('each try counts one more', () => {
    expect(countAttempt(countAttempt(null, 1), 2)).toEqual({ count: 2, lastAtMs: 2 });
  });
});
