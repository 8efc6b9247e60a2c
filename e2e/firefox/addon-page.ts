import type { Browser, Page } from 'puppeteer-core';
import { addonPage } from './launch-firefox';

const PATIENCE_MS = 15_000;

/** One of the add-on's own pages, used by the names that a person reads. */
export class AddonPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens a page in a tab. */
  static async open(browser: Browser, name: string): Promise<AddonPage> {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    // Firefox never reports the end of this navigation, so nobody waits for it; it fails when the browser closes.
    page.goto(addonPage(name), { timeout: 0 }).catch(() => {});
    const opened = new AddonPage(page);
    await opened.waitFor('there to be a main part', () => document.querySelector('main') !== null);
    return opened;
  }

  /** Waits until a function gives true there. */
  async waitFor(what: string, isSo: (argument: string) => boolean, argument = ''): Promise<void> {
    await this.page.waitForFunction(isSo, {}, argument).catch(error => {
      throw new Error(`waited in vain for ${what}: ${error instanceof Error ? error.message : error}`);
    });
  }

  async waitForButton(name: string): Promise<void> {
    await this.page.locator(`::-p-aria([name="${name}"][role="button"])`).wait();
  }

  async press(name: string, role: 'button' | 'link' | 'radio' = 'button'): Promise<void> {
    await this.page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();
  }

  /** Waits until it says something. */
  async expectText(sentence: string): Promise<void> {
    await this.waitFor(`"${sentence}"`, text => document.body.textContent?.includes(text) === true, sentence);
  }

  /** Clicks on the label of a field, as a person may, and types. */
  async type(label: string, text: string): Promise<void> {
    const atLabel = await this.page.locator(`::-p-aria([name="${label}"])`).waitHandle();
    await atLabel.evaluate(element => {
      if (element instanceof HTMLLabelElement) element.control?.focus();
    });
    await this.page.keyboard.type(text);
  }

  /** Chooses a day in a date field, whose keys depend on the language. It is a field of React's, which has to notice. */
  async setDate(label: string, day: string): Promise<void> {
    const atLabel = await this.page.locator(`::-p-aria([name="${label}"])`).waitHandle();
    await atLabel.evaluate((element, chosen) => {
      const field = element instanceof HTMLLabelElement ? element.control : element;
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
      set?.call(field, chosen);
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    }, day);
  }

  /** Waits for a time-based code to be shown, and gives it. */
  async readCode(): Promise<string> {
    const output = await this.page.locator('output[aria-label="Code"]').waitHandle();
    return output.evaluate(element => element.textContent ?? '');
  }
}
