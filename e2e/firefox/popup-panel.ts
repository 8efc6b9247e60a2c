// The real popup of Firefox: it hangs on the toolbar button, belongs to the tab in front, and closes when it loses the
// focus. No driver has a handle on it, so another page of the add-on, which may, looks into it.
import type { Page } from 'puppeteer-core';
import { waitUntil } from '../harness/wait';
import type { FirefoxLatchkey } from './firefox-latchkey';
import { clickToolbarButton } from './firefox-window';

export class PopupPanel {
  readonly #inside: Page;

  private constructor(inside: Page) {
    this.#inside = inside;
  }

  /** Clicks the toolbar button over a tab and waits for the popup. */
  static async open({ browser, options }: FirefoxLatchkey, page: Page): Promise<PopupPanel> {
    await page.bringToFront();
    await clickToolbarButton(browser);
    const panel = new PopupPanel(options.page);
    await waitUntil('the popup to be rendered', async () => (await panel.text()) !== '');
    return panel;
  }

  /** All that it says; '' where it is closed or still loads. */
  text(): Promise<string> {
    return this.#inside.evaluate(() => {
      const [popup] = chrome.extension.getViews({ type: 'popup' });
      return popup?.document.querySelector('main')?.textContent ?? '';
    });
  }

  /** Waits until what it says contains a sentence. */
  async expectText(sentence: string): Promise<void> {
    await waitUntil(`the popup to say "${sentence}"`, async () => (await this.text()).includes(sentence));
  }

  /** Waits until a button has the focus, by its text. */
  async expectFocusOn(text: string): Promise<void> {
    await waitUntil(`the focus on "${text}" in the popup`, () =>
      this.#inside.evaluate(named => {
        const [popup] = chrome.extension.getViews({ type: 'popup' });
        return popup?.document.hasFocus() === true && popup.document.activeElement?.textContent === named;
      }, text),
    );
  }

  /** Clicks a button by its text. */
  async click(text: string): Promise<void> {
    await waitUntil(`a button "${text}" in the popup`, () =>
      this.#inside.evaluate(named => {
        const [popup] = chrome.extension.getViews({ type: 'popup' });
        const buttons = [...(popup?.document.querySelectorAll('button') ?? [])];
        const button = buttons.find(({ textContent }) => textContent === named);
        button?.click();
        return button !== undefined;
      }, text),
    );
  }

  /** Closes it, as a click beside it does. */
  async close(): Promise<void> {
    await this.#inside.evaluate(() => {
      for (const popup of chrome.extension.getViews({ type: 'popup' })) popup.close();
    });
    await this.waitForClose();
  }

  /** Waits until it is closed. */
  async waitForClose(): Promise<void> {
    await waitUntil('the popup to close', () =>
      this.#inside.evaluate(() => chrome.extension.getViews({ type: 'popup' }).length === 0),
    );
  }
}
