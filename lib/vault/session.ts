// Invariant: what is kept while unlocked is the vault key and times. Never the password, a wrapping key or an entry.
import type { Bytes } from '../shared/bytes';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../shared/duration';

/** An unlocked vault, as it survives the worker's death: in the browser's memory, never on disk. */
export type VaultSession = {
  readonly vaultKey: Bytes;
  /** When it was unlocked. */
  readonly issuedAtMs: number;
  /** When a person last did something in Latchkey. */
  readonly actedAtMs: number;
  /** The latest time that any access has seen: a clock that shows less has been set back. */
  readonly seenAtMs: number;
  /** When it locks. */
  readonly deadlineMs: number;
  /** The newest save made or opened while it held. */
  readonly generation: number;
};

/** Where the session is kept. `read` gives null while locked. */
export interface SessionStore {
  read(): Promise<VaultSession | null>;
  write(session: VaultSession): Promise<void>;
  clear(): Promise<void>;
}

/** However busy, a session ends after this long. */
export const SESSION_MAXIMUM_MS = 12 * HOUR_MS;

/** How far the clock runs before an access notes it: often enough to tell, seldom enough to cost nothing. */
const NOTE_EVERY_MS = 10 * SECOND_MS;

/** A clock may be corrected by this much backwards without the vault taking it for a trick. */
const CLOCK_TOLERANCE_MS = MINUTE_MS;

/** A session that has never been valid and holds no key. */
export const DEAD_SESSION: VaultSession = {
  vaultKey: new Uint8Array(0),
  issuedAtMs: 0,
  actedAtMs: 0,
  seenAtMs: 0,
  deadlineMs: 0,
  generation: 0,
};

/** A session that starts now. */
export function startSession(
  vaultKey: Bytes,
  generation: number,
  nowMs: number,
  lockAfterMinutes: number,
): VaultSession {
  const times = { issuedAtMs: nowMs, actedAtMs: nowMs, seenAtMs: nowMs, deadlineMs: nowMs };
  return extendSession({ vaultKey, generation, ...times }, nowMs, lockAfterMinutes);
}

/** The session after an act: locked later by inactivity, but never past its maximum. */
export function extendSession(session: VaultSession, nowMs: number, lockAfterMinutes: number): VaultSession {
  const byInactivity = nowMs + lockAfterMinutes * MINUTE_MS;
  return {
    ...noteTime(session, nowMs),
    actedAtMs: nowMs,
    deadlineMs: Math.min(byInactivity, session.issuedAtMs + SESSION_MAXIMUM_MS),
  };
}

/** The session under a stricter time: locked sooner, counted from the last act. A longer time changes nothing. */
export function shortenSession(session: VaultSession, lockAfterMinutes: number): VaultSession {
  const byInactivity = session.actedAtMs + lockAfterMinutes * MINUTE_MS;
  return { ...session, deadlineMs: Math.min(session.deadlineMs, byInactivity) };
}

/** The session with the time of an access. */
export function noteTime(session: VaultSession, nowMs: number): VaultSession {
  return { ...session, seenAtMs: Math.max(session.seenAtMs, nowMs) };
}

/** Whether an access has to note its time, so that a clock held back is seen to be. */
export function isTimeDue(session: VaultSession, nowMs: number): boolean {
  return nowMs - session.seenAtMs >= NOTE_EVERY_MS;
}

/** Whether the session still holds: before its deadline, and on a clock that no access has seen further on. */
export function isSessionValid(session: VaultSession, nowMs: number): boolean {
  return nowMs < session.deadlineMs && nowMs >= session.seenAtMs - CLOCK_TOLERANCE_MS;
}
