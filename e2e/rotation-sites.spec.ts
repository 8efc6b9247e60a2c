// Rotations that need more than the site's own pages: the relay, or the operator who issues keys.
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { violations } from './harness/accessibility';
import { SITE_ORIGIN } from './harness/launch';
import { openLoginPage, signInByPopup } from './pages/login-page';
import { RotationPage } from './pages/rotation-page';

test.describe('the relay', { tag: '@long' }, () => {
  test.use({ relay: true });

  test('is asked about the new key and the old one once the person agrees, and no other host can be', async ({
    latchkey,
    options,
    site,
  }) => {
    const guide = new RotationPage(latchkey, options);
    const { page } = await guide.begin();
    await guide.takeNewKey(page);
    await guide.step('Check the new key').waitFor();
    const asked = () => site.requests.filter(({ path }) => path === '/v2/check-key').map(({ method }) => method);
    expect(asked()).toEqual([]);
    await guide.press('Ask the relay');
    expect(await violations(options.page)).toEqual([]);
    await guide.press('Send the key and ask');
    await guide.step('Revoke the old key').waitFor();
    expect(asked().filter(method => method === 'GET')).toEqual(['GET']);

    await guide.press('Ask the relay whether it is dead');
    expect(await violations(options.page)).toEqual([]);
    await guide.press('Send the key and ask');
    await expect(options.alert('The relay still takes the old key, so it is not revoked.')).toBeVisible();
    await guide.press('Cancel');
    await expect(guide.step('Revoke the old key')).toBeVisible();
    await page.bringToFront();
    await page.goto(`${SITE_ORIGIN}/dashboard/keys`);
    await page
      .getByRole('button', { name: /^Revoke / })
      .first()
      .click();
    const keys = () => site.operator.listKeys(site.account.email).map(({ revoked }) => revoked);
    await expect.poll(keys).toEqual([true, false]);
    await guide.press('Ask the relay whether it is dead');
    await guide.press('Send the key and ask');
    await guide.step('Rotated').waitFor();
    await expect(options.page.getByText(/^The old key is dead/)).toBeVisible();
    const worker = await latchkey.worker();
    const elsewhere = await worker.evaluate(() =>
      fetch('https://paramant.app/auth/login').then(
        () => 'reached',
        () => 'refused',
      ),
    );
    expect(elsewhere).toBe('refused');
  });
});

test('the relay that is not reached says so, and the rotation stays where it is', { tag: '@long' }, async ({
  latchkey,
  options,
}) => {
  const guide = new RotationPage(latchkey, options);
  const { page } = await guide.begin();
  await guide.takeNewKey(page);
  await guide.press('Ask the relay');
  await guide.press('Send the key and ask');
  await expect(options.alert('The relay was not reached')).toBeVisible();
  await expect(guide.step('Check the new key')).toBeVisible();
});

test.describe('where the operator issues keys', { tag: '@long' }, () => {
  test.use({ keyModel: 'operator' });

  test('a rotation leads through the new authenticator to the end', async ({ latchkey, options, site }) => {
    const guide = new RotationPage(latchkey, options);
    await guide.open();
    const page = await openLoginPage(latchkey);
    await guide.signInTo(page);
    await guide.seeDashboard(page);
    await options.page.bringToFront();
    await options.page.getByRole('radio', { name: /^The operator issues it/ }).check();
    await guide.press('Start the rotation');
    await guide.step('Save a new key').waitFor();
    const { key, setupPath } = site.operator.issue(site.account.email);
    await options.field('New API key').fill(key);
    await guide.press('Save the new key');
    await guide.step('Set up the authenticator').waitFor();

    await page.bringToFront();
    await page.goto(`${SITE_ORIGIN}${setupPath}`);
    await page.getByRole('button', { name: 'Use an authenticator app' }).click();
    await page.getByAltText('QR code of the authenticator link').waitFor();
    const popup = await guide.pressInPopup(page, 'Read the authenticator', 'Fingerprint');
    await popup.click('button', 'Save the authenticator');
    await popup.expectText('Saved to Work.');
    await popup.click('button', 'Fill the code');
    await popup.expectText('The code is filled in.');
    await page.bringToFront();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.locator('.backup-code').first().waitFor();
    await guide.pressInPopup(page, 'Save the backup codes', 'All 10 backup codes are saved to Work.');
    await guide.press('I have set it up');
    await guide.step('Check the new key').waitFor();
    const login = await guide.pressForTab('Sign in with the new key');
    await signInByPopup(latchkey, login);
    await login.waitForURL(`${SITE_ORIGIN}/dashboard`, { timeout: 50_000 });
    await guide.step('Revoke the old key').waitFor();
    await guide.press('It is revoked');
    await guide.step('Rotated').waitFor();
  });
});
