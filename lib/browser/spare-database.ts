// The database that the spare copies lie in. Invariant: a connection is closed after each use, so that we never stand in
// the way of deleting the database.

const DATABASE = 'latchkey';
const STORE = 'spares';
const BLOCKED_MS = 5_000;
/** Far more than any transaction here takes: an engine that never answers must not hold up an unlock or a save for good. */
const ANSWER_MS = 8_000;

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
 * writing one is when the disk has it; rejects where the database does not open, the transaction was aborted, or nothing was
 * heard of it for eight seconds.
 */
export function runOnSpares<T>(
  mode: 'readonly' | 'readwrite',
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error('the spare copies do not answer')), ANSWER_MS);
    run(mode, work)
      .then(resolve, reject)
      .finally(() => clearTimeout(giveUp));
  });
}

async function run<T>(mode: 'readonly' | 'readwrite', work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
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
