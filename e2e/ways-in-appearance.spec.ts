// What each step around the ways in looks like where the focus has led: kept as pictures under .output/screenshots for a
// person to judge, and checked for accessibility.
import { mkdir } from 'node:fs/promises';
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { violations } from './harness/accessibility';
import { MASTER_PASSWORD } from './harness/master-password';
import { sendMessage } from './harness/send-message';
import { VirtualAuthenticator } from './harness/virtual-authenticator';
import { OptionsPage } from './pages/options-page';
import { WaysIn } from './pages/ways-in';

const PICTURES = '.output/screenshots';
const LONG_NAME = 'The blue security key with the dent that lies in the drawer of the desk upstairs';

test.beforeAll(() => mkdir(PICTURES, { recursive: true }));

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    async function judge({ options }: WaysIn, name: string): Promise<void> {
      await options.page.screenshot({ path: `${PICTURES}/ways-in-${name}-${colorScheme}.png` });
      expect(await violations(options.page)).toEqual([]);
    }

    test('adding a passkey and a recovery code is accessible', async ({ latchkey }) => {
      const options = await OptionsPage.open(latchkey);
      const { page } = options;
      await options.createVault(MASTER_PASSWORD);
      const waysIn = await WaysIn.open(options);
      await judge(waysIn, 'first');
      await waysIn.press('Add a passkey', 'Add passkey');
      await expect(page.getByRole('alert').first()).toBeVisible();
      await judge(waysIn, 'add-with-errors');
      await waysIn.press('Cancel', 'Make a recovery code');
      await judge(waysIn, 'code');
      await page.emulateMedia({ media: 'print' });
      await page.screenshot({ path: `${PICTURES}/ways-in-printed-${colorScheme}.png`, fullPage: true });
      await page.emulateMedia({ media: null });
      await waysIn.typeCodeBack(() => 'ZZZZ');
      await expect(page.getByRole('alert').first()).toBeVisible();
      await judge(waysIn, 'code-typed-wrong');
      await waysIn.press('Show the code again');
      await waysIn.typeCodeBack();
      await waysIn.heading('Save the recovery code').waitFor();
      await judge(waysIn, 'code-proof');
    });

    test('renaming, removing and making a new vault key is accessible', async ({ latchkey }) => {
      const options = await OptionsPage.open(latchkey);
      await options.createVault(MASTER_PASSWORD);
      const waysIn = await WaysIn.open(options);
      await VirtualAuthenticator.add(options.page);
      await waysIn.addPasskey(LONG_NAME, MASTER_PASSWORD);
      const proof = { type: 'password', password: MASTER_PASSWORD } as const;
      await sendMessage(options, 'ways-in.set-recovery-code', { proof, code: Buffer.alloc(16, 7).toString('base64') });
      await waysIn.card('Recovery code').getByText('There is one.').waitFor();
      await waysIn.pressOn(LONG_NAME, 'Rename');
      await judge(waysIn, 'renaming');
      await waysIn.press('Cancel');
      await waysIn.pressOn(LONG_NAME, 'Remove');
      await judge(waysIn, 'remove');
      await waysIn.press('Cancel', 'Make a new vault key', 'Continue');
      await expect(options.page.getByRole('alert').first()).toBeVisible();
      await judge(waysIn, 'renewal-undecided');
      await waysIn.press(`Touch “${LONG_NAME}”`);
      await waysIn.said('Touched: it will open the vault.').waitFor();
      await judge(waysIn, 'renewal-touched');
      await waysIn.press('Continue');
      await judge(waysIn, 'renewal-code');
      await waysIn.press('Go on without one');
      await judge(waysIn, 'renewal-summary');
    });
  });
}
