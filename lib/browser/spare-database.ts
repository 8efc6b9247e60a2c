// The database that the spare copies lie in. Invariant: a connection is closed after each use, so that we never stand in
// the way of deleting the database.

const DATABASE = 'latchkey';
const STORE = 'spares';
const BLOCKED_MS = 5_000;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Runs one transaction of its own. Resolves with what the last request gave once the transaction is complete, which a
 * writing one is when the disk has it; rejects where the database does not open or the transaction was aborted.
 */
export async function runOnSpares<T>(
  mode: 'readonly' | 'readwrite',
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? request.error);
    });
  } finally {
    database.close();
  }
}

/** Deletes the database. Rejects where somebody has kept it open for five seconds; it is then deleted once they close it. */
export function deleteSpares(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onblocked = () => setTimeout(() => reject(new Error('the spare copies are in use')), BLOCKED_MS);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
