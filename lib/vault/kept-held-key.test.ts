import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '../shared/duration';
import { isKeptValid, keepFor } from './kept-held-key';

const NOW_MS = Date.UTC(2026, 10, 22, 12);
const UNLOCKED_AT_MS = NOW_MS - MINUTE_MS;
const KEY = new Uint8Array(32);

describe('a held key that is kept', () => {
  const kept = keepFor(5, KEY, UNLOCKED_AT_MS, NOW_MS);
  if (kept === null) throw new Error('nothing kept');

  it('serves from the touch to the end of its minutes, to the millisecond', () => {
    expect(isKeptValid(kept, NOW_MS, UNLOCKED_AT_MS)).toBe(true);
    expect(isKeptValid(kept, NOW_MS + 5 * MINUTE_MS - 1, UNLOCKED_AT_MS)).toBe(true);
    expect(isKeptValid(kept, NOW_MS + 5 * MINUTE_MS, UNLOCKED_AT_MS)).toBe(false);
  });

  it('does not serve by a clock that was set back behind the touch', () => {
    expect(isKeptValid(kept, NOW_MS - 1, UNLOCKED_AT_MS)).toBe(false);
  });

  it('does not outlive the unlock, not even where the vault was unlocked again', () => {
    expect(isKeptValid(kept, NOW_MS, null)).toBe(false);
    expect(isKeptValid(kept, NOW_MS, UNLOCKED_AT_MS + 1)).toBe(false);
  });
});

describe('nothing is kept', () => {
  it('where no minutes were chosen, or the vault is locked', () => {
    expect(keepFor(0, KEY, UNLOCKED_AT_MS, NOW_MS)).toBeNull();
    expect(keepFor(5, KEY, null, NOW_MS)).toBeNull();
  });
});
