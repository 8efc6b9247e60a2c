import { describe, expect, it } from 'vitest';
import { INTENT_LIVES_MS, isIntentAlive } from './intent';

const MADE = { madeAtMs: 1_700_000_000_000 };

describe('a sign-in that was asked for while locked', () => {
  it.each([
    [0, true],
    [INTENT_LIVES_MS - 1, true],
    [INTENT_LIVES_MS, false],
    [-1, false],
  ])('after %i ms is alive: %s', (afterMs, alive) => {
    expect(isIntentAlive(MADE, MADE.madeAtMs + afterMs)).toBe(alive);
  });
});
