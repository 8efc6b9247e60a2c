import * as v from 'valibot';
import { browser } from 'wxt/browser';

type Area = 'local' | 'session';

/** One key of a storage area with one type. What does not fit its schema reads as null, as if it were not there. */
export type StoredItem<T> = {
  /** The value, or null where there is none or another version left something else. Rejects where reading failed. */
  read(): Promise<T | null>;
  write(value: T): Promise<void>;
  clear(): Promise<void>;
  /** Calls back with every new value until the signal aborts. */
  subscribe(onChange: (value: T | null) => void, signal: AbortSignal): void;
};

/** Declares a stored item. Keys are listed in docs/storage.md with what clears them. */
export function storedItem<Schema extends v.GenericSchema>(
  area: Area,
  key: string,
  schema: Schema,
): StoredItem<v.InferOutput<Schema>> {
  const parse = (raw: unknown): v.InferOutput<Schema> | null => {
    const parsed = v.safeParse(schema, raw);
    return parsed.success ? parsed.output : null;
  };
  return {
    async read() {
      const found = await browser.storage[area].get(key);
      return key in found ? parse(found[key]) : null;
    },
    async write(value) {
      await browser.storage[area].set({ [key]: value });
    },
    async clear() {
      await browser.storage[area].remove(key);
    },
    subscribe(onChange, signal) {
      const listener = (changes: Record<string, { newValue?: unknown }>, changedArea: string) => {
        const change = changes[key];
        if (changedArea === area && change !== undefined) onChange(parse(change.newValue));
      };
      browser.storage.onChanged.addListener(listener);
      signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
    },
  };
}
