import { browser } from 'wxt/browser';
import { spareStore } from '../../lib/browser/spare-store';

/** Takes away everything that Latchkey has stored in this browser. The one place that removes a copy of the vault. */
export async function eraseStores(): Promise<void> {
  await browser.storage.local.clear();
  await browser.storage.session.clear();
  await spareStore.erase();
  await browser.alarms.clearAll();
}
