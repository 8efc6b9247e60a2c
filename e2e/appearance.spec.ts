// What it looks like, kept as pictures under .output/screenshots for a person to judge, and checked for accessibility.

import { mkdir } from 'node:fs/promises';
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { violations } from './harness/accessibility';
import { daysAgo } from './harness/days-ago';
import { openLoginPage } from './pages/login-page';
import { OptionsPage } from './pages/options-page';
import { Popup } from './pages/popup';

const PICTURES = '.output/screenshots';
const LONG = {
  label: 'Production gateway, second region, on-call rotation (do not share)',
  email: 'a.person.with.a.very.long.name+operations-and-more@subdomain.of.an.example-organisation.example.org',
  key: 'b2'.repeat(32),
  authenticator: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  createdOn: daysAgo(97),
};

test.beforeAll(() => mkdir(PICTURES, { recursive: true }));

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, { tag: colorScheme === 'dark' ? '@long' : [] }, () => {
    test.use({ colorScheme });

    test('the first run and the accounts are accessible', async ({ latchkey }) => {
      const first = await OptionsPage.open(latchkey);
      await first.field('Master password').waitFor();
      await first.page.screenshot({ path: `${PICTURES}/first-run-${colorScheme}.png`, fullPage: true });
      expect(await violations(first.page)).toEqual([]);
    });

    test('the unlocked page, its form with errors, its settings and the popup are accessible', async ({
      latchkey,
      options,
    }) => {
      await options.addAccount(LONG);
      await options.page.screenshot({ path: `${PICTURES}/accounts-${colorScheme}.png`, fullPage: true });
      expect(await violations(options.page)).toEqual([]);

      const popup = await Popup.open(latchkey, await openLoginPage(latchkey));
      await popup.expect('button', 'Sign in');
      await popup.screenshot(`${PICTURES}/popup-${colorScheme}.png`, colorScheme);
      await popup.close();

      await options.page.bringToFront();
      await options.button('Add account').click();
      await options.typeAccount({
        label: '',
        email: 'nobody',
        key: 'a1b2',
        authenticator: 'not base32!',
        createdOn: daysAgo(-2),
      });
      await options.button('Save account').click();
      await expect(options.page.getByRole('alert').first()).toBeVisible();
      await options.page.screenshot({ path: `${PICTURES}/errors-${colorScheme}.png`, fullPage: true });
      expect(await violations(options.page)).toEqual([]);

      await options.openSettings();
      await options.button('Save settings').waitFor();
      await options.page.screenshot({ path: `${PICTURES}/settings-${colorScheme}.png`, fullPage: true });
      expect(await violations(options.page)).toEqual([]);
    });
  });
}
