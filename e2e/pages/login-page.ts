import type { Page } from 'playwright';
import type { Latchkey } from '../harness/launch';
import { LOGIN_URL } from '../harness/launch';
import { Popup } from './popup';

/** Opens the site's login page in a tab. `search` is the query, with its question mark. */
export async function openLoginPage({ context }: Latchkey, search = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${LOGIN_URL}${search}`);
  return page;
}

/** Opens the popup over a tab and presses "Sign in" there. */
export async function signInByPopup(latchkey: Latchkey, page: Page): Promise<Popup> {
  const popup = await Popup.open(latchkey, page);
  await popup.click('button', 'Sign in');
  return popup;
}
