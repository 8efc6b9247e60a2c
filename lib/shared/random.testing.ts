import type { RandomBytes } from './bytes';

/**
 * Randomness that is the same in every run, for tests and fixtures: mulberry32, which any language can repeat in a few
 * lines. Nothing that protects anything may ever be drawn from it.
 */
export function createRepeatableRandom(seed: number): RandomBytes {
  let state = seed >>> 0;
  const nextByte = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 24) & 0xff;
  };
  return byteCount => Uint8Array.from({ length: byteCount }, nextByte);
}
