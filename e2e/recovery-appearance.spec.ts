// What the pages look like that a person sees on a bad day: kept as pictures, and checked for accessibility.
import { mkdir } from 'node:fs/promises';
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { violations } from './harness/accessibility';
import { MASTER_PASSWORD } from './harness/master-password';
import { readVaultBytes } from './harness/read-state';
import { sendMessage } from './harness/send-message';
import { VirtualAuthenticator } from './harness/virtual-authenticator';
import { countWrongTries, writeLocal } from './harness/write-state';
import type { OptionsPage } from './pages/options-page';
import { Popup } from './pages/popup';
import { RecoveryPage } from './pages/recovery-page';
import { WaysIn } from './pages/ways-in';

const PICTURES = '.output/screenshots';

test.beforeAll(() => mkdir(PICTURES, { recursive: true }));

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    async function judge(options: OptionsPage, name: string): Promise<void> {
      await options.page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}.png`, fullPage: true });
      expect(await violations(options.page)).toEqual([]);
    }

    test('unlocking, a forgotten password and starting over are accessible', { tag: '@long' }, async ({
      latchkey,
      options,
    }) => {
      const proof = { type: 'password', password: MASTER_PASSWORD } as const;
      const code = Buffer.alloc(16, 7).toString('base64');
      await sendMessage(options, 'ways-in.set-recovery-code', { proof, code });
      await VirtualAuthenticator.add(options.page);
      await (await WaysIn.open(options)).addPasskey('Laptop', MASTER_PASSWORD);
      await options.field('Type “erase everything” to confirm').scrollIntoViewIfNeeded();
      await judge(options, 'erase');
      await options.lock();

      const popup = await Popup.open(latchkey, options.page);
      await popup.expect('button', 'Unlock with a passkey');
      await popup.screenshot(`${PICTURES}/unlock-popup-${colorScheme}.png`, colorScheme);
      await popup.close();

      await options.field('Master password').fill('not the right one');
      await countWrongTries(latchkey, 6);
      await options.button('Unlock').click();
      await expect(options.page.getByRole('timer')).toBeVisible();
      await judge(options, 'unlock');

      await options.button('Forgot master password?').click();
      await options.field('Recovery code').fill('A0A1');
      await options.button('Open with the recovery code').click();
      await options.page.getByText('Start over', { exact: true }).click();
      await options.button('Erase everything').waitFor();
      await judge(options, 'forgot');
    });

    test('the copies and an older vault are accessible', { tag: '@long' }, async ({ latchkey, options }) => {
      const recovery = new RecoveryPage(options);
      const older = await readVaultBytes(latchkey);
      await options.addAccount({ label: 'Second', email: 'second@example.org', key: 'd4'.repeat(32) });
      const spare = await recovery.newestSpare();
      await options.lock();
      await writeLocal(latchkey, { ...older, 'vault.b': older['vault.a'] });
      await options.page.reload();
      await options.unlock(MASTER_PASSWORD);
      await options.button('Keep this one').waitFor();
      await judge(options, 'rollback');
      const warning = await Popup.open(latchkey, options.page);
      await warning.expect('button', 'Look at the copies');
      await warning.screenshot(`${PICTURES}/rollback-popup-${colorScheme}.png`, colorScheme);
      await warning.close();

      await options.lock();
      await writeLocal(latchkey, { 'vault.a': 'garbage', 'vault.b': 'garbage' });
      await options.page.reload();
      await recovery.startOpening(spare);
      await judge(options, 'copies');
      const popup = await Popup.open(latchkey, options.page);
      await popup.expect('button', 'Look at the copies');
      await popup.screenshot(`${PICTURES}/damaged-popup-${colorScheme}.png`, colorScheme);
      await popup.close();
      await options.page.getByRole('link', { name: 'None of them opens? Start over' }).click();
      await options.button('Erase everything').waitFor();
      await judge(options, 'start-over');
    });
  });
}
