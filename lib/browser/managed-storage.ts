// What an organisation prescribes to this browser, from where the browser keeps it. Invariant: a failure to read it is never
// taken for nothing being prescribed, but for one thing: Firefox fails where nobody manages it.
import { browser } from 'wxt/browser';
import type { ManagedPolicy } from '../model/managed';
import { readManagedPolicy, STRICTEST, UNMANAGED } from '../model/managed';

/** Firefox's words where there is no such storage. */
const NOTHING_THERE = /managed storage manifest not found/iu;

/** What is prescribed now. It may come late, and change while the browser runs, so it is read each time. */
export async function readManaged(): Promise<ManagedPolicy> {
  try {
    return readManagedPolicy(await browser.storage.managed.get(null));
  } catch (cause) {
    return cause instanceof Error && NOTHING_THERE.test(cause.message) ? UNMANAGED : STRICTEST;
  }
}

/** Calls back whenever what is prescribed changes. */
export function onManagedChanged(callback: () => void): void {
  browser.storage.managed.onChanged.addListener(callback);
}
