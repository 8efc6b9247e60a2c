// The session as the vault uses it. Invariants: every change of it is made one at a time, on what is stored then; what was
// begun before a lock writes nothing after it, so no lock is ever undone.
import { createSerialQueue } from '../shared/serial-queue';
import type { SessionStore, VaultSession } from './session';
import { DEAD_SESSION, isSessionValid, isTimeDue, noteTime } from './session';

export class LiveSession {
  readonly #store: SessionStore;
  readonly #now: () => number;
  readonly #enqueue = createSerialQueue();
  #lockCount = 0;

  constructor(store: SessionStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** Counts locks: what was begun before one may not cache or keep anything after it. */
  get lockCount(): number {
    return this.#lockCount;
  }

  /** The session, or null where there is none that holds. The time of the access is noted. */
  async read(): Promise<VaultSession | null> {
    const lockCount = this.#lockCount;
    const session = await this.#store.read();
    const nowMs = this.#now();
    if (session === null || !isSessionValid(session, nowMs)) return null;
    if (isTimeDue(session, nowMs)) await this.edit(stored => noteTime(stored, nowMs), lockCount);
    return session;
  }

  /** Whether one is stored that no longer holds. */
  async hasExpired(): Promise<boolean> {
    const session = await this.#store.read();
    return session !== null && !isSessionValid(session, this.#now());
  }

  /** Begins a session, unless a lock has come since `lockCount` was read: false then. */
  start(session: VaultSession, lockCount: number): Promise<boolean> {
    return this.#enqueue(async () => {
      if (lockCount !== this.#lockCount) return false;
      await this.#store.write(session);
      return true;
    });
  }

  /** Changes the session that is stored, unless there is none or a lock has come since `lockCount` was read. */
  edit(change: (session: VaultSession) => VaultSession, lockCount: number): Promise<void> {
    return this.#enqueue(async () => {
      const session = await this.#store.read();
      // One that has expired meanwhile is not to be brought back.
      if (session === null || lockCount !== this.#lockCount || !isSessionValid(session, this.#now())) return;
      await this.#store.write(change(session));
    });
  }

  /** Ends it, at once. */
  async end(): Promise<void> {
    this.#lockCount++;
    // Storage that cannot remove may still be able to write: a session that is over is as good as none.
    await this.#store.clear().catch(() => this.#store.write(DEAD_SESSION));
  }
}
