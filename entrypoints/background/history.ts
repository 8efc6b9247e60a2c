// What happened to keys, as it lies in storage. Invariant: that something cannot be noted stands in nobody's way.
import { historyItem } from '../../lib/browser/history-item';
import type { Failure } from '../../lib/messages/failures';
import type { HistoryEvent, KeyAct } from '../../lib/model/history';
import type { Result } from '../../lib/shared/result';
import { ok } from '../../lib/shared/result';
import { addEvent, HISTORY_PURPOSE, historyOf, openHistory, sealHistory, tidyHistory } from '../../lib/vault/history';
import { createSealedList } from './sealed-list';

const list = createSealedList<HistoryEvent>({
  item: historyItem,
  purpose: HISTORY_PURPOSE,
  seal: sealHistory,
  open: openHistory,
  tidy: tidyHistory,
});

async function note(event: HistoryEvent): Promise<void> {
  await list.change(events => addEvent(events, event)).catch(() => undefined);
}

/** Notes what happened to a key just now. */
export function noteEvent(act: KeyAct, accountId: string, keyId: string): Promise<void> {
  return note({ act, accountId, keyId, atMs: Date.now() });
}

/** Notes that a copy of the vault is handed out just now. While locked nothing can be noted, since nothing can be sealed. */
export function noteExport(): Promise<void> {
  return note({ act: 'exported', atMs: Date.now() });
}

/** What happened to one key, the newest first. */
export async function readHistory(
  accountId: string,
  keyId: string,
): Promise<Result<readonly HistoryEvent[], readonly Failure[]>> {
  const events = await list.read();
  return events.ok ? ok(historyOf(events.value, accountId, keyId)) : events;
}

/** Makes a change after which the vault may have another key, and takes the history along. */
export function keepHistoryAcross<T>(change: () => Promise<T>): Promise<T> {
  return list.keepAcross(change);
}
