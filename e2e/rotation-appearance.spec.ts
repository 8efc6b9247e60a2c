// What a rotation looks like, kept as pictures under .output/screenshots for a person to judge, and checked for accessibility.
import { mkdir } from 'node:fs/promises';
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { violations } from './harness/accessibility';
import { sendMessage } from './harness/send-message';
import { signInByPopup } from './pages/login-page';
import { Popup } from './pages/popup';
import { RotationPage } from './pages/rotation-page';

const CI = { id: 'ci', name: 'CI', where: 'repository secrets', owner: 'Robin', note: '' };
const PICTURES = '.output/screenshots';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, { tag: '@long' }, () => {
    test.use({ colorScheme });

    test('each step is accessible, and can be looked at', async ({ latchkey, options, site }) => {
      await mkdir(PICTURES, { recursive: true });
      const guide = new RotationPage(latchkey, options);
      const shoot = async (name: string) => {
        await options.page.bringToFront();
        for (const width of [1280, 400]) {
          await options.page.setViewportSize({ width, height: 800 });
          const path = `${PICTURES}/rotation-${name}-${width}-${colorScheme}.png`;
          await options.page.screenshot({ path, fullPage: true });
        }
        await options.page.setViewportSize({ width: 1280, height: 800 });
        expect(await violations(options.page)).toEqual([]);
      };
      const { accountId, keyId } = await guide.open();
      const gateway = { ...CI, id: 'gw', name: 'Production gateway, second region', where: 'vault/prod/paramant' };
      const changes = { label: 'Main', integrations: [CI, gateway] };
      await sendMessage(options, 'keys.edit', { accountId, keyId, changes });
      await guide.press('Start the rotation');
      await options.alert(/locks you out/).waitFor();
      await shoot('guard');
      const { page } = await guide.begin();
      await shoot('new-key');
      await guide.takeNewKey(page);
      await guide.step('Check the new key').waitFor();
      await shoot('check');
      await guide.press('Ask the relay');
      await shoot('relay');
      await guide.press('Cancel');
      const login = await guide.pressForTab('Sign in with the new key');
      await shoot('trying');
      await signInByPopup(latchkey, login);
      await guide.step('Update integrations').waitFor();
      await options.page.getByRole('checkbox', { name: 'CI' }).click();
      await expect(options.page.getByText('1 of 2 have the new key')).toBeVisible();
      await guide.press('curl line');
      await shoot('integrations');
      await options.page.getByRole('checkbox', { name: gateway.name }).click();
      await guide.step('Revoke the old key').waitFor();
      await shoot('revoke');
      await guide.press('Ask the relay whether it is dead');
      await shoot('relay-dead');
      await guide.press('Cancel');
      await options.openAccounts();
      await shoot('card');
      await options.cardButton('Work', 'Go on').click();
      const popup = await Popup.open(latchkey, page);
      await popup.expectText('Rotation under way');
      await popup.screenshot(`${PICTURES}/rotation-popup-${colorScheme}.png`, colorScheme);
      await popup.close();
      await guide.press('I revoked it');
      await guide.step('Rotated').waitFor();
      await shoot('done');
      expect(site.operator.listKeys(site.account.email)).toHaveLength(2);
    });
  });
}
