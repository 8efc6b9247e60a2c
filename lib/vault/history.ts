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

/** A key is revealed in order to be copied: within this time both are one thing. */
const COPIED_WITHIN_MS = 10 * SECOND_MS;

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

function isSameKey(a: HistoryEvent, b: HistoryEvent): boolean {
  return a.accountId === b.accountId && a.keyId === b.keyId;
}

/** The history with one more event, in the order in which they were noted. A copy takes the place of its own reveal. */
export function addEvent(events: readonly HistoryEvent[], event: HistoryEvent): readonly HistoryEvent[] {
  const last = events.at(-1);
  const isItsReveal =
    event.act === 'copied' &&
    last?.act === 'revealed' &&
    isSameKey(last, event) &&
    event.atMs - last.atMs <= COPIED_WITHIN_MS;
  return [...(isItsReveal ? events.slice(0, -1) : events), event].slice(-HISTORY_CAP);
}

/** The events of keys that are still in the vault, those of removed accounts among them: they can be brought back. */
export function tidyHistory(events: readonly HistoryEvent[], { accounts }: VaultBody): readonly HistoryEvent[] {
  const known = new Set(accounts.flatMap(({ id, keys }) => keys.map(key => `${id} ${key.id}`)));
  return events.filter(({ accountId, keyId }) => known.has(`${accountId} ${keyId}`));
}

/** What happened to one key, the newest first. */
export function historyOf(events: readonly HistoryEvent[], accountId: string, keyId: string): readonly HistoryEvent[] {
  return events.filter(event => event.accountId === accountId && event.keyId === keyId).toReversed();
}
