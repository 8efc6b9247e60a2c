import { MASTER_PASSWORD } from '../harness/master-password';
import type { AccountCredentials } from '../site/start-site';
import type { AddonPage } from './addon-page';

/** Makes a vault on the full page, as at the first start. */
export async function createVault(options: AddonPage): Promise<void> {
  await options.type('Master password', MASTER_PASSWORD);
  await options.type('Repeat master password', MASTER_PASSWORD);
  await options.press('Create vault');
  await options.waitForButton('Lock');
}

/** What a person types into the form of a new account. */
export type TypedAccount = Pick<AccountCredentials, 'email' | 'key' | 'otpauthUri'> & {
  readonly label: string;
  /** As a date field has it; today where it is absent. */
  readonly createdOn?: string;
};

/** Saves a further account on the full page, which has to be in front. */
export async function addAccount(options: AddonPage, typed: TypedAccount): Promise<void> {
  await options.press('Add account');
  await options.type('Label', typed.label);
  await options.type('Email', typed.email);
  await options.type('API key', typed.key);
  await options.type('Authenticator', typed.otpauthUri);
  if (typed.createdOn !== undefined) await options.setDate('Key created on', typed.createdOn);
  await options.press('Save account');
  await options.waitFor(
    'the account to be listed',
    label =>
      document.querySelector('form') === null &&
      [...document.querySelectorAll('li')].some(({ textContent }) => textContent?.includes(label)),
    typed.label,
  );
}
