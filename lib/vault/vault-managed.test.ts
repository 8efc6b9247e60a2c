import { describe, expect, it } from 'vitest';
import { readManagedPolicy, STRICTEST, UNMANAGED } from '../model/managed';
import { MINUTE_MS } from '../shared/duration';
import { BY_PASSWORD, makeUnlockedWorld, NOON_MS } from './vault.testing';

const TEN_MINUTES = readManagedPolicy({ maximumLockAfterMinutes: 10 });

describe('an organisation’s lock time', () => {
  it('holds at unlock and after every act, where it is shorter than the person’s', async () => {
    const { vault, managed, clock } = await makeUnlockedWorld();
    await vault.lock();
    managed.policy = TEN_MINUTES;
    await vault.unlock(BY_PASSWORD);
    expect(await vault.locksAtMs()).toBe(NOON_MS + 10 * MINUTE_MS);
    clock.nowMs += MINUTE_MS;
    await vault.recordAct();
    expect(await vault.locksAtMs()).toBe(NOON_MS + 11 * MINUTE_MS);
  });

  it('that comes late is counted from the last act, and locks at once where that is over', async () => {
    const { vault, managed, clock } = await makeUnlockedWorld();
    clock.nowMs += 4 * MINUTE_MS;
    managed.policy = TEN_MINUTES;
    await vault.followManaged();
    expect(await vault.locksAtMs()).toBe(NOON_MS + 10 * MINUTE_MS);
    clock.nowMs += 2 * MINUTE_MS;
    managed.policy = STRICTEST;
    await vault.followManaged();
    expect(await vault.phase()).toBe('locked');
  });

  it('that is withdrawn or longer puts no lock off', async () => {
    const { vault, managed } = await makeUnlockedWorld();
    const locksAtMs = await vault.locksAtMs();
    for (const policy of [UNMANAGED, readManagedPolicy({ maximumLockAfterMinutes: 720 })]) {
      managed.policy = policy;
      await vault.followManaged();
      expect(await vault.locksAtMs()).toBe(locksAtMs);
    }
  });

  it('opens nothing that is locked', async () => {
    const { vault } = await makeUnlockedWorld();
    await vault.lock();
    await vault.followManaged();
    expect(await vault.phase()).toBe('locked');
  });
});
