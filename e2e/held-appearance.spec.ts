// What passkey-held accounts look like, kept as pictures under .output/screenshots for a person to judge, and checked for
// accessibility.
import { mkdir } from 'node:fs/promises';
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { violations } from './harness/accessibility';
import { VirtualAuthenticator } from './harness/virtual-authenticator';
import { HeldAccounts } from './pages/held-accounts';
import { openLoginPage } from './pages/login-page';
import type { OptionsPage } from './pages/options-page';
import { Popup } from './pages/popup';

const PICTURES = '.output/screenshots';

test.beforeAll(() => mkdir(PICTURES, { recursive: true }));

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    async function judge({ page }: OptionsPage, name: string): Promise<void> {
      await page.screenshot({ path: `${PICTURES}/held-${name}-${colorScheme}.png`, fullPage: true });
      expect(await violations(page)).toEqual([]);
    }

    test('turning it on is accessible', { tag: '@long' }, async ({ options }) => {
      await VirtualAuthenticator.add(options.page);
      const accounts = new HeldAccounts(options);
      await accounts.edit('Work');
      await judge(options, 'off');
      await accounts.press('Keep it with a passkey', 'Make the passkey');
      await expect(options.page.getByRole('alert').first()).toBeVisible();
      await judge(options, 'make-with-error');
    });

    test('a held account, its editor and its settings are accessible', { tag: '@long' }, async ({ options, held }) => {
      await options.page.getByText('Trouble with the passkey?').click();
      await options.button('Use the recovery code').click();
      await expect(options.page.getByRole('alert').first()).toBeVisible();
      await judge(options, 'card');
      await held.accounts.edit('Work');
      await judge(options, 'on');
      await held.accounts.openSettings();
      await judge(options, 'settings');
    });

    test('the popup of a held account is a picture', { tag: '@long' }, async ({ latchkey, options, held }) => {
      await expect(held.accounts.code('Work')).toHaveCount(0);
      const page = await openLoginPage(latchkey);
      const popup = await Popup.open(latchkey, page);
      await popup.expect('button', 'Sign in');
      await popup.screenshot(`${PICTURES}/held-popup-${colorScheme}.png`, colorScheme);
      await popup.close();
      const small = await latchkey.context.newPage();
      await small.setViewportSize({ width: 400, height: 640 });
      await small.goto(options.page.url().replace('options.html', 'popup.html').replace(/#.*/u, '#window'));
      await small.getByText('Trouble with the passkey?').click();
      await small.screenshot({ path: `${PICTURES}/held-window-${colorScheme}.png` });
      expect(await violations(small)).toEqual([]);
    });
  });
}
