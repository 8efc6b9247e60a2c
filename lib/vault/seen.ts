import type { Bytes } from '../shared/bytes';
import { equalBytes } from '../shared/bytes';
import type { OpenVault } from './open';

/** The newest save that this browser has ever held of a vault. Times in milliseconds since 1970. */
export type SeenSave = { readonly vaultId: Bytes; readonly generation: number; readonly savedAtMs: number };

/** Where it is kept. `read` gives null where none is known. */
export interface SeenStore {
  read(): Promise<SeenSave | null>;
  write(seen: SeenSave): Promise<void>;
}

/** What is open is older than what this browser has held: both times, in milliseconds since 1970. */
export type Rollback = { readonly openSavedAtMs: number; readonly seenSavedAtMs: number };

/** An open vault as the newest save seen. */
export function seenOf({ copy, body }: OpenVault): SeenSave {
  const { vaultId, generation } = copy.envelope.header;
  return { vaultId, generation, savedAtMs: body.savedAtMs };
}

/** Of two, the one that counts: of the same vault the newer; else `now`, since another vault says nothing about this one. */
export function newerSeen(seen: SeenSave | null, now: SeenSave): SeenSave {
  return seen !== null && equalBytes(seen.vaultId, now.vaultId) && seen.generation >= now.generation ? seen : now;
}

/** Whether an older save than the newest one seen is open, with the dates of both; null where not. */
export function findRollback(seen: SeenSave | null, opened: OpenVault): Rollback | null {
  const now = seenOf(opened);
  const newest = newerSeen(seen, now);
  if (newest.generation === now.generation) return null;
  return { openSavedAtMs: now.savedAtMs, seenSavedAtMs: newest.savedAtMs };
}
