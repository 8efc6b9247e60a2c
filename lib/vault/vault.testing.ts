import { UNMANAGED } from '../model/managed';
import { createRepeatableRandom } from '../shared/random.testing';
import { ok } from '../shared/result';
import type { VaultBody } from './body';
import type { WayIn } from './slots';
import { FakeAttemptStore, FakeEnvelopeStore, FakeSeenStore, FakeSessionStore } from './stores.testing';
import { Vault } from './vault';

export const PASSWORD = 'correct horse battery staple';
/** The master password of every world here, presented. */
export const BY_PASSWORD: WayIn = { type: 'password', password: PASSWORD };
/** 2026-11-22, noon. */
export const NOON_MS = Date.UTC(2026, 10, 22, 12);

/** A vault on fake stores, with a clock that a test can set. `wake` is the next life of the worker, on the same stores. */
export function makeWorld(seed = 1) {
  const random = createRepeatableRandom(seed);
  const store = new FakeEnvelopeStore();
  const session = new FakeSessionStore();
  const attempts = new FakeAttemptStore();
  const seen = new FakeSeenStore();
  const clock = { nowMs: NOON_MS };
  /** What is prescribed to the browser; a test may set another. */
  const managed = { policy: UNMANAGED };
  const ports = { store, session, attempts, seen, random, now: () => clock.nowMs, managed: async () => managed.policy };
  const wake = () => new Vault(ports);
  return { store, session, attempts, seen, clock, managed, wake, vault: wake() };
}

export type World = ReturnType<typeof makeWorld>;

/** A world whose vault was created with {@link PASSWORD} and is unlocked. */
export async function makeUnlockedWorld(seed = 1): Promise<World> {
  const world = makeWorld(seed);
  const created = await world.vault.create(PASSWORD);
  if (!created.ok) throw new Error(created.error);
  return world;
}

/** A change that leaves a mark: the notice period stands for contents wherever a test only has to see which save it has. */
export function mark(noticeDays: number) {
  return (body: VaultBody) => ok({ ...body, policy: { ...body.policy, noticeDays } });
}

/** The mark in a vault, or why it cannot be read. */
export async function markOf(vault: Vault): Promise<number | string> {
  const body = await vault.read();
  return body.ok ? body.value.policy.noticeDays : body.error;
}
