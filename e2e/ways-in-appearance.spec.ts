// What each step around the ways in looks like where the focus has led: kept as pictures under .output/screenshots for a
// person to judge, and checked for accessibility.
import { mkdir } from 'node:fs/promises';
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { violations } from './harness/accessibility';
import type { Latchkey } from './harness/launch';
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

    test('the ways in and the form that adds one are accessible', { tag: '@long' }, async ({ latchkey }) => {
      const waysIn = await begin(latchkey);
      await judge(waysIn, 'first');
      await waysIn.press('Add a passkey', 'Add passkey');
      await expect(waysIn.options.page.getByRole('alert').first()).toBeVisible();
      await judge(waysIn, 'add-with-errors');
    });

    test('the steps of a recovery code are accessible', { tag: '@long' }, async ({ latchkey }) => {
      const waysIn = await begin(latchkey);
      const { page } = waysIn.options;
      await waysIn.press('Make a recovery code');
      await judge(waysIn, 'code');
      await page.emulateMedia({ media: 'print' });
      await page.screenshot({ path: `${PICTURES}/ways-in-printed-${colorScheme}.png` });
      await page.emulateMedia({ media: null });
      await waysIn.typeCodeBack(() => 'ZZZZ');
      await expect(page.getByRole('alert').first()).toBeVisible();
      await judge(waysIn, 'code-typed-wrong');
      await waysIn.press('Show the code again');
      await waysIn.typeCodeBack();
      await waysIn.heading('Save the recovery code').waitFor();
      await judge(waysIn, 'code-proof');
    });

    test('renaming and removing a passkey is accessible', { tag: '@long' }, async ({ latchkey }) => {
      const waysIn = await begin(latchkey);
      await addBoth(waysIn);
      await waysIn.pressOn(LONG_NAME, 'Rename');
      await judge(waysIn, 'renaming');
      await waysIn.press('Cancel');
      await waysIn.pressOn(LONG_NAME, 'Remove');
      await judge(waysIn, 'remove');
    });

    test('the steps of a new vault key are accessible', { tag: '@long' }, async ({ latchkey }) => {
      const waysIn = await begin(latchkey);
      await addBoth(waysIn);
      await waysIn.press('Make a new vault key', 'Continue');
      await expect(waysIn.options.page.getByRole('alert').first()).toBeVisible();
      await judge(waysIn, 'renewal-undecided');
      await waysIn.press(`Touch “${LONG_NAME}”`);
      await waysIn.said('Touched: it will open the vault.').waitFor();
      await waysIn.press('Continue');
      await judge(waysIn, 'renewal-code');
      await waysIn.press('Go on without one');
      await judge(waysIn, 'renewal-summary');
    });
  });
}

async function begin(latchkey: Latchkey): Promise<WaysIn> {
  const options = await OptionsPage.open(latchkey);
  await options.createVault(MASTER_PASSWORD);
  return WaysIn.open(options);
}

/** A passkey and a recovery code, besides the password. */
async function addBoth(waysIn: WaysIn): Promise<void> {
  const { options } = waysIn;
  await VirtualAuthenticator.add(options.page);
  await waysIn.addPasskey(LONG_NAME, MASTER_PASSWORD);
  const proof = { type: 'password', password: MASTER_PASSWORD } as const;
  await sendMessage(options, 'ways-in.set-recovery-code', { proof, code: Buffer.alloc(16, 7).toString('base64') });
  await waysIn.card('Recovery code').getByText('There is one.').waitFor();
}
