import type { Locator } from 'playwright';
import type { OptionsPage } from './options-page';
import { typeCodeBack } from './recovery-code';

export const TOUCH_FOR_CODE = 'Touch your passkey for a code';

/** Passkey-held accounts on the full page: in the editor, on cards, in the settings. */
export class HeldAccounts {
  readonly options: OptionsPage;

  constructor(options: OptionsPage) {
    this.options = options;
  }

  /** What the page says was done. */
  said(sentence: string): Locator {
    return this.options.page.getByRole('status').filter({ hasText: sentence });
  }

  code(label: string): Locator {
    return this.options.account(label).getByRole('status', { name: 'Code' });
  }

  async press(...buttons: readonly string[]): Promise<void> {
    for (const button of buttons) await this.options.button(button).click();
  }

  async edit(label: string): Promise<void> {
    await this.options.openAccounts();
    await this.options.cardButton(label, 'Edit account').click();
    await this.options.page.getByRole('heading', { name: 'Second factor', exact: true }).waitFor();
  }

  /** Has a new passkey hold the first account, and gives the recovery code as it was written down. */
  async setUp(label: string, passkey: string, password: string): Promise<string> {
    await this.edit(label);
    await this.press('Keep it with a passkey');
    await this.options.field('Name of the passkey').fill(passkey);
    await this.press('Make the passkey');
    const groups = await typeCodeBack(this.options);
    await this.options.field('Master password').fill(password);
    await this.press('Keep it with a passkey');
    await this.said(`A passkey holds ${label} from now on.`).waitFor();
    await this.options.openAccounts();
    return groups.join('-');
  }

  /** Types the recovery code where a touch is asked for; `place` is what asks. */
  async typeRecoveryCode(place: Locator, code: string): Promise<void> {
    const field = place.getByLabel('Recovery code of held accounts', { exact: true });
    if (!(await field.isVisible())) await place.getByText('Trouble with the passkey?').click();
    await field.fill(code);
    await place.getByRole('button', { name: 'Use the recovery code', exact: true }).click();
  }

  /** The settings have a card of that name besides. */
  async typePassword(password: string): Promise<void> {
    await this.options.page.getByRole('textbox', { name: 'Master password', exact: true }).fill(password);
  }

  async openSettings(): Promise<void> {
    await this.options.openSettings();
    await this.options.page.getByRole('heading', { name: 'Passkey-held accounts', exact: true }).waitFor();
  }
}
