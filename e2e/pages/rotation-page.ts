// The guide of a rotation in the full page, and what is done for it over the site's pages.
import type { Locator, Page } from 'playwright';
import type { Latchkey } from '../harness/launch';
import { SITE_ORIGIN } from '../harness/launch';
import { sendMessage } from '../harness/send-message';
import { openLoginPage, signInByPopup } from './login-page';
import type { OptionsPage } from './options-page';
import { Popup } from './popup';

/** The button of the popup over the dashboard. */
export const HAVE_IT_OPEN = 'I have it open';

export class RotationPage {
  readonly #options: OptionsPage;
  readonly #latchkey: Latchkey;

  constructor(latchkey: Latchkey, options: OptionsPage) {
    this.#latchkey = latchkey;
    this.#options = options;
  }

  /** Goes to the rotation of the first account's first key. */
  async open(): Promise<{ accountId: string; keyId: string }> {
    const [account] = await sendMessage(this.#options, 'keys.list', {});
    const [accountId, keyId] = [account?.accountId ?? '', account?.keys[0]?.id ?? ''];
    await this.#options.page.evaluate(hash => {
      location.hash = hash;
    }, `#rotate/${accountId}/${keyId}`);
    await this.step('Stay able to sign in').waitFor();
    return { accountId, keyId };
  }

  /** The heading of a step, or of the end. */
  step(name: string): Locator {
    return this.#options.page.getByRole('heading', { level: 2, name, exact: true });
  }

  /** Presses a button of the guide, with its page in front. */
  async press(name: string): Promise<void> {
    await this.#options.page.bringToFront();
    await this.#options.button(name).click();
  }

  /** Presses a button that opens a tab, and gives that. */
  async pressForTab(name: string): Promise<Page> {
    const opened = this.#latchkey.context.waitForEvent('page');
    await this.press(name);
    const page = await opened;
    await page.waitForLoadState();
    return page;
  }

  /** Signs in on a page and goes to the dashboard's keys. */
  async signInTo(page: Page): Promise<void> {
    await signInByPopup(this.#latchkey, page);
    await page.waitForURL(url => url.pathname.startsWith('/dashboard'));
    await page.goto(`${SITE_ORIGIN}/dashboard/keys`);
  }

  /** Opens the popup over a page, presses one button and waits for a sentence. */
  async pressInPopup(page: Page, button: string, said: string): Promise<Popup> {
    const popup = await Popup.open(this.#latchkey, page);
    await popup.click('button', button);
    await popup.expectText(said);
    return popup;
  }

  /** Generates a key on the dashboard and takes it from there. */
  async takeNewKey(page: Page): Promise<void> {
    await page.bringToFront();
    await page.getByLabel('Label of the new key').fill('Next');
    await page.getByRole('button', { name: 'Generate new key' }).click();
    await page.locator('#new-api-key').waitFor();
    const popup = await this.pressInPopup(page, 'Read the API key', 'Fingerprint');
    await popup.click('button', 'Save the key');
    await popup.expectText('as the new key of its rotation');
  }

  /** Begins a rotation with a tab on the dashboard's keys, signed in, which Latchkey has seen. */
  async begin(): Promise<{ readonly accountId: string; readonly keyId: string; readonly page: Page }> {
    const place = await this.open();
    const page = await openLoginPage(this.#latchkey);
    await this.signInTo(page);
    await this.seeDashboard(page);
    await this.#options.page.getByText('Latchkey saw it.').waitFor();
    await this.press('Start the rotation');
    await this.step('Save a new key').waitFor();
    return { ...place, page };
  }

  /** Has Latchkey see the dashboard, by a click in the popup over it. */
  async seeDashboard(page: Page): Promise<Popup> {
    return this.pressInPopup(page, HAVE_IT_OPEN, 'Seen.');
  }
}
