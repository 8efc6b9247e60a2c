import { expect, it } from 'vitest';
import { createRateLimit } from './rate-limit';

const MINUTE_MS = 60_000;

it('allows five in fifteen minutes and refuses the sixth', () => {
  const limit = createRateLimit(5, 15 * MINUTE_MS);
  const answers = [0, 1, 2, 3, 4, 5].map(minute => limit.take('a', minute * MINUTE_MS));
  expect(answers).toEqual([true, true, true, true, true, false]);
});

it('frees one place when the oldest is fifteen minutes old, and refusals took none', () => {
  const limit = createRateLimit(5, 15 * MINUTE_MS);
  for (const minute of [0, 1, 2, 3, 4, 5, 6, 7]) limit.take('a', minute * MINUTE_MS);
  expect(limit.take('a', 15 * MINUTE_MS - 1)).toBe(false);
  expect(limit.take('a', 15 * MINUTE_MS)).toBe(true);
  expect(limit.take('a', 15 * MINUTE_MS)).toBe(false);
});

it('counts each name apart, and forgets when told to', () => {
  const limit = createRateLimit(1, MINUTE_MS);
  expect([limit.take('a', 0), limit.take('b', 0), limit.take('a', 1)]).toEqual([true, true, false]);
  limit.forget();
  expect(limit.take('a', 2)).toBe(true);
});
