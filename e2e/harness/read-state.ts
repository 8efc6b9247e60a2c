// What Latchkey shows and stores, read from outside.
import type { Inside, Latchkey } from './launch';
import { waitUntil } from './wait';

type Stored = Readonly<Record<string, unknown>>;

/** How a sign-in ended: its code and what its sentence names. */
export type LastRun = { readonly outcome: string; readonly details: readonly string[] };

/** What the toolbar button shows. */
export async function readToolbar(latchkey: Inside): Promise<{ readonly badge: string; readonly title: string }> {
  const worker = await latchkey.worker();
  return worker.evaluate(async () => ({
    badge: await chrome.action.getBadgeText({}),
    title: await chrome.action.getTitle({}),
  }));
}

/** The names of the notifications that are shown. */
export async function readNotifications(latchkey: Latchkey): Promise<readonly string[]> {
  const worker = await latchkey.worker();
  return worker.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
}

/** Everything that lies on the disk. */
export async function readLocalStorage(latchkey: Inside): Promise<Stored> {
  const worker = await latchkey.worker();
  return worker.evaluate(() => chrome.storage.local.get(null));
}

/** Everything that is kept in memory until the browser ends. */
export async function readSessionStorage(latchkey: Inside): Promise<Stored> {
  const worker = await latchkey.worker();
  return worker.evaluate(() => chrome.storage.session.get(null));
}

/** The stored copies of the vault, as they lie in storage. */
export async function readVaultBytes(latchkey: Latchkey): Promise<Stored> {
  const stored = await readLocalStorage(latchkey);
  return Object.fromEntries(Object.entries(stored).filter(([key]) => key.startsWith('vault.')));
}

/** Every record of every database, under the database's and its own name. Bytes are in base64. */
export async function readDatabases(latchkey: Latchkey): Promise<Stored> {
  const worker = await latchkey.worker();
  return worker.evaluate(async () => {
    const finished = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const readable = (value: unknown): unknown =>
      value instanceof Uint8Array ? btoa(String.fromCharCode(...value)) : value;
    const records: Record<string, unknown> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await finished(indexedDB.open(name));
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName).objectStore(storeName);
        const [keys, values] = await Promise.all([finished(store.getAllKeys()), finished(store.getAll())]);
        for (const [index, key] of keys.entries()) {
          const fields = Object.entries(values[index]).map(([field, value]) => [field, readable(value)]);
          records[`${name}/${String(key)}`] = Object.fromEntries(fields);
        }
      }
      database.close();
    }
    return records;
  });
}

/** When an alarm goes off, in milliseconds since 1970; undefined where it is not armed. */
export async function readAlarmMs(latchkey: Inside, name: string): Promise<number | undefined> {
  const worker = await latchkey.worker();
  return worker.evaluate(async alarm => (await chrome.alarms.get(alarm))?.scheduledTime, name);
}

/** Waits until no sign-in is under way and none is asked for: nothing is sent any more after that. */
export async function waitUntilAtRest(latchkey: Inside): Promise<void> {
  await waitUntil('the sign-in to be over', async () => {
    const session = await readSessionStorage(latchkey);
    return !('run' in session || 'intent' in session);
  });
}

/** How the last sign-in ended, once one has. */
export function waitForOutcome(latchkey: Inside): Promise<LastRun> {
  return waitUntil('the outcome of the sign-in', async () => {
    const { lastRun } = await readSessionStorage(latchkey);
    return lastRun as LastRun | undefined;
  });
}
