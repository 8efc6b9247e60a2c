import { browser } from 'wxt/browser';

type Area = { setAccessLevel?: (options: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> };

/**
 * Closes every storage area to content scripts, at every start of the worker. Firefox has no such switch for `local` and
 * `sync`, which is why nothing but ciphertext and harmless values may lie there.
 */
export async function closeStorageToContentScripts(): Promise<void> {
  const { local, sync, session, managed } = browser.storage;
  const areas: readonly Area[] = [local, sync, session, managed];
  await Promise.allSettled(areas.map(area => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
}
