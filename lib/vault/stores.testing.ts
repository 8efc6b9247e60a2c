import type { CopyName } from '../model/copy-name';
import type { Bytes } from '../shared/bytes';
import type { AttemptStore, FailedAttempts } from './back-off';
import type { EnvelopeStore } from './copies';
import type { SeenSave, SeenStore } from './seen';
import type { SessionStore, VaultSession } from './session';

/**
 * What a store call may do instead of its work. `die-after`: the work is done, and the worker dies before it hears so.
 * `stall`: it never comes back.
 */
export type Fault = 'reject' | 'die' | 'die-after' | 'stall' | null;

type Operation = 'read' | 'write';

/**
 * A store in memory that fails where a test says so. Once it has died every later call rejects, as if nobody were there;
 * `revive` is the next start of the worker, with what had been written by then.
 */
export class FakeEnvelopeStore implements EnvelopeStore {
  readonly stored = new Map<CopyName, Bytes>();
  readonly savedAt = new Map<CopyName, number>();
  /** Asked before every call, with the number of calls so far. */
  faultAt: (call: number, operation: Operation, name: CopyName) => Fault = () => null;
  /** Changes bytes on their way in, as a failing disk would. */
  spoil: (bytes: Bytes) => Bytes = bytes => bytes;
  calls = 0;
  #dead = false;
  #stall: () => void = () => {};
  /** Resolves once a call has stalled. */
  readonly stalled = new Promise<void>(resolve => {
    this.#stall = resolve;
  });

  read(name: CopyName): Promise<Bytes | null> {
    return this.#call('read', name, () => this.stored.get(name)?.slice() ?? null);
  }

  async savedAtMs(name: CopyName): Promise<number | null> {
    return this.savedAt.get(name) ?? null;
  }

  write(name: CopyName, envelope: Bytes, savedAtMs: number): Promise<void> {
    return this.#call('write', name, () => {
      this.stored.set(name, this.spoil(envelope.slice()));
      this.savedAt.set(name, savedAtMs);
    });
  }

  /** The next start: nothing fails any more. */
  revive(): void {
    this.#dead = false;
    this.calls = 0;
    this.faultAt = () => null;
  }

  /** All that is stored, for comparing before and after. */
  snapshot(): string {
    return JSON.stringify([...this.stored].map(([name, bytes]) => [name, Array.from(bytes)]));
  }

  async #call<T>(operation: Operation, name: CopyName, work: () => T): Promise<T> {
    if (this.#dead) throw new Error('died');
    const fault = this.faultAt(this.calls++, operation, name);
    this.#dead = fault === 'die' || fault === 'die-after';
    if (fault === 'stall') {
      this.#stall();
      return new Promise(() => {});
    }
    if (fault === 'die' || fault === 'reject') throw new Error(fault === 'die' ? 'died' : 'QUOTA_BYTES quota exceeded');
    const result = work();
    if (fault === 'die-after') throw new Error('died');
    return result;
  }
}

/** A session in memory. It survives the worker, and not the browser. */
export class FakeSessionStore implements SessionStore {
  session: VaultSession | null = null;

  async read(): Promise<VaultSession | null> {
    return this.session;
  }

  async write(session: VaultSession): Promise<void> {
    this.session = session;
  }

  async clear(): Promise<void> {
    this.session = null;
  }
}

/** A place in memory for one value: it survives the worker. */
class FakeItem<T> {
  value: T | null = null;

  async read(): Promise<T | null> {
    return this.value;
  }

  async write(value: T): Promise<void> {
    this.value = value;
  }

  async clear(): Promise<void> {
    this.value = null;
  }
}

/** Wrong tries, in memory. */
export class FakeAttemptStore extends FakeItem<FailedAttempts> implements AttemptStore {}

/** The newest save seen, in memory. */
export class FakeSeenStore extends FakeItem<SeenSave> implements SeenStore {}
