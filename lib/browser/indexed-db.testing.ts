// As much of IndexedDB as spare-database.ts uses. A real one is used in the browser (e2e/disk.spec.ts, e2e/recovery.spec.ts).

type Handler = (() => void) | null;

class FakeRequest {
  result: unknown;
  error: DOMException | null = null;
  onsuccess: Handler = null;
  onerror: Handler = null;
  onupgradeneeded: Handler = null;
  onblocked: Handler = null;
}

class FakeTransaction {
  error: DOMException | null = null;
  oncomplete: Handler = null;
  onabort: Handler = null;
}

/** One database with one object store. Whatever was begun ends in a later task, as in a browser. */
export class FakeIndexedDb {
  readonly records = new Map<string, unknown>();
  /** Makes the next transaction abort. */
  failure: DOMException | null = null;
  /** Keeps transactions from completing until it is called off. */
  isStalled = false;
  openCount = 0;
  lastOptions: unknown;

  open(): FakeRequest {
    const request = new FakeRequest();
    this.openCount++;
    const database = {
      transaction: (_store: string, _mode: string, options: unknown) => this.#begin(options),
      close: () => {
        this.openCount--;
      },
    };
    setTimeout(() => {
      request.result = database;
      request.onsuccess?.();
    });
    return request;
  }

  deleteDatabase(): FakeRequest {
    const request = new FakeRequest();
    setTimeout(() => {
      if (this.openCount > 0) return request.onblocked?.();
      this.records.clear();
      request.onsuccess?.();
    });
    return request;
  }

  #begin(options: unknown): FakeTransaction & { objectStore(): object } {
    this.lastOptions = options;
    const transaction = new FakeTransaction();
    const failure = this.failure;
    this.failure = null;
    setTimeout(() => {
      transaction.error = failure;
      if (failure !== null) transaction.onabort?.();
      else if (!this.isStalled) transaction.oncomplete?.();
    });
    const answer = (work: () => unknown) => Object.assign(new FakeRequest(), { result: work() });
    const store = {
      get: (key: string) => answer(() => this.records.get(key)),
      put: (value: unknown, key: string) => answer(() => failure ?? this.records.set(key, structuredClone(value))),
      delete: (key: string) => answer(() => this.records.delete(key)),
      clear: () => answer(() => this.records.clear()),
      count: () => answer(() => this.records.size),
    };
    return Object.assign(transaction, { objectStore: () => store });
  }
}
