import type { Locator } from 'playwright';
import type { OptionsPage } from './options-page';
import { readCode, typeCodeBack } from './recovery-code';

/** The settings' section of ways in, and the steps that change them. */
export class WaysIn {
  readonly options: OptionsPage;

  private constructor(options: OptionsPage) {
    this.options = options;
  }

  static async open(options: OptionsPage): Promise<WaysIn> {
    await options.openSettings();
    const waysIn = new WaysIn(options);
    await waysIn.heading('Ways in').waitFor();
    return waysIn;
  }

  heading(name: string): Locator {
    return this.options.page.getByRole('heading', { name, exact: true });
  }

  /** What the page says was done. */
  said(sentence: string): Locator {
    return this.options.page.getByRole('status').filter({ hasText: sentence });
  }

  card(name: string): Locator {
    return this.options.page.getByRole('listitem', { name, exact: true });
  }

  /** The offer of a new vault key in the form that removes something: the one of the password's form comes after it. */
  renewOffer(): Locator {
    return this.options.page.getByRole('checkbox', { name: 'Also make a new vault key' }).first();
  }

  /** What stands below a heading of the last step. */
  names(heading: string): Locator {
    return this.heading(heading).locator('xpath=..').getByRole('listitem');
  }

  async pressOn(card: string, button: string): Promise<void> {
    await this.card(card).getByRole('button', { name: button, exact: true }).click();
  }

  async press(...buttons: readonly string[]): Promise<void> {
    for (const button of buttons) await this.options.button(button).click();
  }

  /** Adds a passkey, which the page's virtual authenticator makes. */
  async addPasskey(name: string, password: string): Promise<void> {
    await this.press('Add a passkey');
    await this.options.field('Name of the passkey').fill(name);
    await this.options.field('Master password').fill(password);
    await this.press('Add passkey');
    await this.said(`Added the passkey “${name}”`).waitFor();
  }

  /** The groups of the recovery code that is on the screen. */
  readCode(): Promise<readonly string[]> {
    return readCode(this.options);
  }

  /** Goes on from the code on the screen, and types what a person makes of the groups that are asked for. */
  typeCodeBack(misread?: (group: string) => string): Promise<readonly string[]> {
    return typeCodeBack(this.options, misread);
  }
}
