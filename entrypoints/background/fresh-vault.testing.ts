import { fakeBrowser } from 'wxt/testing/fake-browser';
import { spareStore } from './spare-store.testing';
import { vault } from './worker';

export const PASSWORD = 'walnut orbit teacup lantern';
export const BY_PASSWORD = { type: 'password', password: PASSWORD } as const;

/** Leaves the worker with a browser in which nothing but a new vault is, unlocked. */
export async function makeFreshVault(): Promise<void> {
  await vault.lock();
  await vault.settled();
  fakeBrowser.reset();
  await spareStore.erase();
  const created = await vault.create(PASSWORD);
  if (!created.ok) throw new Error(created.error);
}

/** Unlocks the vault as a person does. */
export async function unlock(): Promise<void> {
  const unlocked = await vault.unlock(BY_PASSWORD);
  if (!unlocked.ok) throw new Error(JSON.stringify(unlocked.error));
}
