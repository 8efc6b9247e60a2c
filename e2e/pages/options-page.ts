import type { Locator, Page } from 'playwright';
import type { Latchkey } from '../harness/launch';
import { MASTER_PASSWORD } from '../harness/master-password';
import type { Site } from '../site/start-site';

/** What a person types into the account form; an absent field is left as it is. */
export type AccountTyped = {
  readonly label?: string;
  readonly email?: string;
  readonly key?: string;
  readonly authenticator?: string;
  readonly createdOn?: string;
};

/** The full page: first run, accounts, settings. */
export class OptionsPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open({ context, extensionId }: Latchkey): Promise<OptionsPage> {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/options.html`);
    return new OptionsPage(page);
  }

  /** Opens it in a new browser, and makes a vault that holds the site's account under the label "Work". */
  static async openWithWork(latchkey: Latchkey, { account }: Site): Promise<OptionsPage> {
    const options = await OptionsPage.open(latchkey);
    await options.createVault(MASTER_PASSWORD);
    const { email, key, otpauthUri } = account;
    await options.addAccount({ label: 'Work', email, key, authenticator: otpauthUri });
    return options;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  account(label: string): Locator {
    return this.page.getByRole('listitem', { name: label, exact: true });
  }

  /** The one sentence that says what is wrong. */
  alert(sentence: string | RegExp): Locator {
    return this.page.getByRole('alert').filter({ hasText: sentence });
  }

  async createVault(password: string): Promise<void> {
    await this.field('Master password').fill(password);
    await this.field('Repeat master password').fill(password);
    await this.button('Create vault').click();
    await this.button('Lock').waitFor();
  }

  async typeAccount(typed: AccountTyped): Promise<void> {
    if (typed.label !== undefined) await this.field('Label').fill(typed.label);
    if (typed.email !== undefined) await this.field('Email').fill(typed.email);
    if (typed.key !== undefined) await this.field('API key').fill(typed.key);
    if (typed.authenticator !== undefined) await this.field('Authenticator').fill(typed.authenticator);
    if (typed.createdOn !== undefined) await this.field('Key created on').fill(typed.createdOn);
  }

  /** What the account form holds. */
  async readAccountForm(): Promise<Required<AccountTyped>> {
    return {
      label: await this.field('Label').inputValue(),
      email: await this.field('Email').inputValue(),
      key: await this.field('API key').inputValue(),
      authenticator: await this.field('Authenticator').inputValue(),
      createdOn: await this.field('Key created on').inputValue(),
    };
  }

  async addAccount(typed: AccountTyped): Promise<void> {
    await this.button('Add account').click();
    await this.typeAccount(typed);
    await this.button('Save account').click();
    await this.account(typed.label ?? typed.email ?? '').waitFor();
  }

  /** A button on the card of an account. */
  cardButton(label: string, name: string): Locator {
    return this.account(label).getByRole('button', { name, exact: true });
  }

  async openAccounts(): Promise<void> {
    await this.page.getByRole('link', { name: 'Accounts', exact: true }).click();
  }

  async openSettings(): Promise<void> {
    await this.page.getByRole('link', { name: 'Settings', exact: true }).click();
  }

  /** Types a new master password twice, and the current one. */
  async typePasswordChange(current: string, next: string): Promise<void> {
    await this.field('Current master password').fill(current);
    await this.field('New master password').fill(next);
    await this.field('Repeat new master password').fill(next);
  }

  async lock(): Promise<void> {
    await this.button('Lock').click();
    await this.button('Unlock').waitFor();
  }

  async unlock(password: string): Promise<void> {
    await this.field('Master password').fill(password);
    await this.pressUnlock();
  }

  /** Unlocks with what stands in the form, after the wait that wrong tries before it have brought about. */
  async pressUnlock(): Promise<void> {
    await this.button('Unlock').click();
    const opened = this.button('Lock');
    await opened.or(this.alert('Too soon after a wrong try.')).waitFor();
    if (!(await opened.isVisible())) {
      await this.page.getByText('You can try again now.').waitFor();
      await this.button('Unlock').click();
    }
    await opened.waitFor();
  }
}
