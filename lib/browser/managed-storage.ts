// What an organisation prescribes to this browser, from where the browser keeps it. Invariants: a failure to read it is never
// taken for nothing being prescribed, but for one thing: Firefox fails where nobody manages it; and what was remembered
// stands in only until the browser has answered.
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { ManagedPolicy } from '../model/managed';
import { readManagedPolicy, STRICTEST, UNMANAGED } from '../model/managed';
import { storedItem } from './stored-item';

/** Firefox's words where there is no such storage. */
const NOTHING_THERE = /managed storage manifest not found/iu;

/**
 * Chromium answers within a millisecond, but after its own start only once it has all policies together: in two seconds or
 * three.
 */
const AT_ONCE_MS = 50;

/** What the browser said last, so that nobody who unlocks right after its start has to wait for it. */
const lastItem = storedItem('local', 'managed', v.record(v.string(), v.unknown()));

/** What is prescribed now. It may come late, and change while the browser runs, so it is read each time. */
export async function readManaged(): Promise<ManagedPolicy> {
  try {
    return readManagedPolicy(await browser.storage.managed.get(null));
  } catch (cause) {
    return cause instanceof Error && NOTHING_THERE.test(cause.message) ? UNMANAGED : STRICTEST;
  }
}

async function recallManaged(): Promise<ManagedPolicy> {
  const last = await lastItem.read().catch(() => null);
  return last === null ? UNMANAGED : readManagedPolicy(last);
}

/**
 * What is prescribed as far as is known at once: where the browser takes its time, what it said last. Whoever acts on it
 * is put right by {@link followManaged}; what cannot be taken back waits for {@link readManaged}.
 */
export function readManagedAtOnce(): Promise<ManagedPolicy> {
  const known = new Promise<ManagedPolicy>(resolve => {
    setTimeout(() => resolve(recallManaged()), AT_ONCE_MS);
  });
  return Promise.race([readManaged(), known]);
}

/** Remembers what the browser says; where it says nothing that can be read, that nothing is prescribed. */
async function rememberManaged(): Promise<void> {
  const said = await browser.storage.managed.get(null).catch(() => ({}));
  if (JSON.stringify(said) !== JSON.stringify(await lastItem.read())) await lastItem.write(said);
}

/** Calls back once the browser has said what is prescribed, and whenever that changes. */
export function followManaged(callback: () => void): void {
  const follow = () =>
    rememberManaged()
      .catch(() => undefined)
      .then(callback);
  browser.storage.managed.onChanged.addListener(follow);
  follow();
}
