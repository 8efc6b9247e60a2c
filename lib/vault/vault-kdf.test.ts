import { describe, expect, it } from 'vitest';
import { err, ok } from '../shared/result';
import { BY_PASSWORD, makeUnlockedWorld, mark, markOf, PASSWORD } from './vault.testing';

// The one file of vault tests that pays for the real derivation.
const PATIENCE_MS = 60_000;

describe('a vault with the real Argon2id', () => {
  it(
    'opens with its password and with no other',
    async () => {
      const { vault, clock, wake } = await makeUnlockedWorld();
      await vault.update(mark(42));
      await vault.lock();
      expect(await wake().unlock({ type: 'password', password: `${PASSWORD} ` })).toEqual(err('wrong-password'));
      clock.nowMs += 1_000;
      const later = wake();
      expect(await later.unlock(BY_PASSWORD)).toEqual(ok(null));
      expect(await markOf(later)).toBe(42);
    },
    PATIENCE_MS,
  );

  it(
    'opens for two unlocks at once',
    async () => {
      const { vault } = await makeUnlockedWorld();
      await vault.lock();
      expect(await Promise.all([vault.unlock(BY_PASSWORD), vault.unlock(BY_PASSWORD)])).toEqual([ok(null), ok(null)]);
    },
    PATIENCE_MS,
  );
});
