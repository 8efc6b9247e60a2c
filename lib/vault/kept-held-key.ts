import type { Bytes } from '../shared/bytes';
import { MINUTE_MS } from '../shared/duration';

/** The held key, kept for the minutes that its owner chose. Times in milliseconds since 1970. */
export type KeptHeldKey = {
  readonly heldKey: Bytes;
  readonly setAtMs: number;
  readonly untilMs: number;
  /** When the vault was unlocked under which it was touched: it does not outlive that unlock. */
  readonly unlockedAtMs: number;
};

/** A held key to keep from now on, or null where nothing is to be kept. */
export function keepFor(
  minutes: number,
  heldKey: Bytes,
  unlockedAtMs: number | null,
  nowMs: number,
): KeptHeldKey | null {
  if (minutes <= 0 || unlockedAtMs === null) return null;
  return { heldKey, setAtMs: nowMs, untilMs: nowMs + minutes * MINUTE_MS, unlockedAtMs };
}

/** Whether it may still be used: in its time, under its unlock, and by a clock that was not set back behind the touch. */
export function isKeptValid(
  { setAtMs, untilMs, unlockedAtMs }: KeptHeldKey,
  nowMs: number,
  presentUnlockAtMs: number | null,
): boolean {
  return nowMs >= setAtMs && nowMs < untilMs && unlockedAtMs === presentUnlockAtMs;
}
