// What happened to keys, kept beside the vault. Invariants: sealed under a key of its own and bound to its vault; which and
// when, never a secret; at most 200 events, the oldest go first.
import * as v from 'valibot';
import type { KeyPurpose } from '../crypto/hkdf';
import type { HistoryEvent } from '../model/history';
import { historyEventSchema } from '../model/history';
import type { Bytes, RandomBytes } from '../shared/bytes';
import { SECOND_MS } from '../shared/duration';
import type { VaultBody } from './body';
import { openBeside, sealBeside } from './sealed-beside';

/** What the key for the history is derived for. */
export const HISTORY_PURPOSE = 'latchkey/v1/history' satisfies KeyPurpose;

export const HISTORY_CAP = 200;

/** A key is revealed to be copied, and copies of the vault are saved in one go: within this time they are one thing. */
const ONE_THING_WITHIN_MS = 10 * SECOND_MS;

const historySchema = v.array(historyEventSchema);

/** Nonce and ciphertext of a vault's history. `key` is 32 bytes, derived for {@link HISTORY_PURPOSE}. */
export function sealHistory(key: Bytes, vaultId: Bytes, events: readonly HistoryEvent[], random: RandomBytes): Bytes {
  return sealBeside({ purpose: HISTORY_PURPOSE, key, vaultId }, events, random);
}

/** What {@link sealHistory} was given, or null where the bytes are not what it made with this key for this vault. */
export function openHistory(key: Bytes, vaultId: Bytes, bytes: Bytes): readonly HistoryEvent[] | null {
  const parsed = v.safeParse(historySchema, openBeside({ purpose: HISTORY_PURPOSE, key, vaultId }, bytes));
  return parsed.success ? parsed.output : null;
}

function isOf(event: HistoryEvent, accountId: string, keyId: string): boolean {
  return event.act !== 'exported' && event.accountId === accountId && event.keyId === keyId;
}

/** Whether the event before this one was made for it, or is the same thing. */
function isOneThing(last: HistoryEvent, event: HistoryEvent): boolean {
  // One that seems to lie ahead was made before a clock was set back, whenever that was.
  if (event.atMs < last.atMs || event.atMs - last.atMs > ONE_THING_WITHIN_MS) return false;
  if (event.act === 'exported') return last.act === 'exported';
  return event.act === 'copied' && last.act === 'revealed' && isOf(last, event.accountId, event.keyId);
}

/**
 * The history with one more event, in the order in which they were noted. A copy takes the place of its own reveal; of
 * exports in one go the last stays.
 */
export function addEvent(events: readonly HistoryEvent[], event: HistoryEvent): readonly HistoryEvent[] {
  const last = events.at(-1);
  const before = last !== undefined && isOneThing(last, event) ? events.slice(0, -1) : events;
  return [...before, event].slice(-HISTORY_CAP);
}

/**
 * The events of keys that are still in the vault, those of removed accounts among them: they can be brought back. What
 * happened to all keys at once stays.
 */
export function tidyHistory(events: readonly HistoryEvent[], { accounts }: VaultBody): readonly HistoryEvent[] {
  const known = new Set(accounts.flatMap(({ id, keys }) => keys.map(key => `${id} ${key.id}`)));
  return events.filter(event => event.act === 'exported' || known.has(`${event.accountId} ${event.keyId}`));
}

/** What happened to one key, the newest first. An export before it came in did not take it along. */
export function historyOf(events: readonly HistoryEvent[], accountId: string, keyId: string): readonly HistoryEvent[] {
  // Where its coming in has made room for later events, so has everything before it.
  const cameIn = events.findIndex(event => event.act === 'created' && isOf(event, accountId, keyId));
  return events
    .slice(Math.max(0, cameIn))
    .filter(event => event.act === 'exported' || isOf(event, accountId, keyId))
    .toReversed();
}
