import { browser } from 'wxt/browser';
import type { AccountView } from '../messages/views';
import { KEYS_URL, LOGIN_URL } from '../signin/site';

/** Where in the full page to arrive: its list, a form, all keys, the settings, or what helps when the vault does not open. */
export type OptionsPlace =
  | ''
  | '#add'
  | '#keys'
  | '#settings'
  | '#copies'
  | '#forgot'
  | `#edit=${string}`
  | `#rotate/${string}`;

/** Where an account's key is rotated: the one under way, else the one that its card shows. */
export function rotationPlace({ id, key, rotation }: Pick<AccountView, 'id' | 'key' | 'rotation'>): OptionsPlace {
  const keyId = rotation?.oldKeyId ?? key?.id;
  return keyId === undefined ? `#edit=${id}` : `#rotate/${id}/${keyId}`;
}

/** Opens the full page in a tab of its own. `background` leaves the tab that the person looks at in front. */
export async function openOptions(place: OptionsPlace, { background = false } = {}): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/options.html${place}`), active: !background });
}

/** Opens the dashboard's page of keys in a tab. */
export async function openKeysPage(): Promise<void> {
  await browser.tabs.create({ url: KEYS_URL });
}

/** Opens the site's sign-in page in a tab. */
export async function openLoginPage(): Promise<void> {
  await browser.tabs.create({ url: LOGIN_URL });
}

/** Whether this page is the toolbar's popup rather than the same page in a tab, which nobody wants closed. */
export async function isPopup(): Promise<boolean> {
  return (await browser.tabs.getCurrent()) === undefined;
}
