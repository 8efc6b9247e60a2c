// Invariant: what is kept while unlocked is the vault key and times. Never the password, a wrapping key or an entry.
import type { Bytes } from '../shared/bytes';
import { HOUR_MS, MINUTE_MS } from '../shared/duration';

/** An unlocked vault, as it survives the worker's death: in the browser's memory, never on disk. */
export type VaultSession = {
  readonly vaultKey: Bytes;
  /** When it was unlocked. */
  readonly issuedAtMs: number;
  /** When a person last did something in Latchkey. */
  readonly actedAtMs: number;
  /** When it locks. */
  readonly deadlineMs: number;
};

/** Where the session is kept. `read` gives null while locked. */
export interface SessionStore {
  read(): Promise<VaultSession | null>;
  write(session: VaultSession): Promise<void>;
  clear(): Promise<void>;
}

/** However busy, a session ends after this long. */
export const SESSION_MAXIMUM_MS = 12 * HOUR_MS;

/** A clock may be corrected by this much backwards without the vault taking it for a trick. */
const CLOCK_TOLERANCE_MS = MINUTE_MS;

/** A session that has never been valid and holds no key. */
export const DEAD_SESSION: VaultSession = {
  vaultKey: new Uint8Array(0),
  issuedAtMs: 0,
  actedAtMs: 0,
  deadlineMs: 0,
};

/** A session that starts now. */
export function startSession(vaultKey: Bytes, nowMs: number, lockAfterMinutes: number): VaultSession {
  return extendSession({ vaultKey, issuedAtMs: nowMs, actedAtMs: nowMs, deadlineMs: nowMs }, nowMs, lockAfterMinutes);
}

/** The session after an act: locked later by inactivity, but never past its maximum. */
export function extendSession(session: VaultSession, nowMs: number, lockAfterMinutes: number): VaultSession {
  const byInactivity = nowMs + lockAfterMinutes * MINUTE_MS;
  return { ...session, actedAtMs: nowMs, deadlineMs: Math.min(byInactivity, session.issuedAtMs + SESSION_MAXIMUM_MS) };
}

/** Whether the session still holds: before its deadline, and on a clock that did not go back since the last act. */
export function isSessionValid(session: VaultSession, nowMs: number): boolean {
  return nowMs < session.deadlineMs && nowMs >= session.actedAtMs - CLOCK_TOLERANCE_MS;
}
