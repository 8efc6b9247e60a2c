// The guided rotation, from the first click to the revoked key, against the local site.
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { killBrowser } from './harness/kill-browser';
import { launchLatchkey, SITE_ORIGIN } from './harness/launch';
import { MASTER_PASSWORD } from './harness/master-password';
import { sendMessage } from './harness/send-message';
import { killWorker } from './harness/worker-life';
import { openLoginPage, signInByPopup } from './pages/login-page';
import { OptionsPage } from './pages/options-page';
import { HAVE_IT_OPEN, RotationPage } from './pages/rotation-page';
import type { Site } from './site/start-site';

const CI = { id: 'ci', name: 'CI', where: 'repository secrets', owner: 'Robin', note: '' };

const keysOnSite = (site: Site) => site.operator.listKeys(site.account.email);

test('a documented rotation goes from the open dashboard to the revoked key, its integrations with it', async ({
  latchkey,
  options,
  site,
}) => {
  const guide = new RotationPage(latchkey, options);
  const { accountId, keyId } = await guide.open();
  await sendMessage(options, 'keys.edit', { accountId, keyId, changes: { label: 'Main', integrations: [CI] } });
  await guide.press('Start the rotation');
  await expect(
    options.alert('Revoking the primary key while signed out of the dashboard locks you out.'),
  ).toBeVisible();

  const { page } = await guide.begin();
  await guide.takeNewKey(page);
  await guide.step('Check the new key').waitFor();
  const [oldOnSite, newOnSite] = keysOnSite(site);
  expect(oldOnSite?.revoked).toBe(false);

  const login = await guide.pressForTab('Sign in with the new key');
  await signInByPopup(latchkey, login);
  await login.waitForURL(`${SITE_ORIGIN}/dashboard`);
  await guide.step('Update integrations').waitFor();
  await options.page.bringToFront();
  await options.page.getByRole('checkbox', { name: 'CI' }).click();
  await guide.step('Revoke the old key').waitFor();

  await page.bringToFront();
  await page.goto(`${SITE_ORIGIN}/dashboard/keys`);
  await page.getByRole('button', { name: `Revoke ${oldOnSite?.label}` }).click();
  await expect.poll(() => keysOnSite(site).map(({ revoked }) => revoked)).toEqual([true, false]);
  await guide.press('I revoked it');
  await guide.step('Rotated').waitFor();
  const [account] = await sendMessage(options, 'keys.list', {});
  expect(account).toMatchObject({
    rotation: null,
    keys: [
      { id: keyId, use: 'revoked', integrations: [] },
      { label: 'Main', use: 'active', isFilled: true, integrations: [{ name: 'CI', done: false }] },
    ],
  });
  expect(newOnSite?.revoked).toBe(false);
  await guide.press('Remove the old key');
  await guide.press('Remove it');
  await expect(options.page.getByText('The revoked key was removed.')).toBeVisible();
});

test('the guard takes no page for the dashboard that asks to sign in at its address', { tag: '@long' }, async ({
  latchkey,
  options,
}) => {
  const guide = new RotationPage(latchkey, options);
  await guide.open();
  const page = await openLoginPage(latchkey);
  await guide.signInTo(page);
  await page.evaluate(() => {
    document.body.innerHTML = '<form id="login-form"><input type="email" autocomplete="username"></form>';
  });
  const popup = await guide.pressInPopup(page, HAVE_IT_OPEN, 'does not show that you are signed in');
  await popup.close();
  await guide.press('Start the rotation');
  await expect(options.alert('while signed out of the dashboard locks you out')).toBeVisible();
});

test('a rotation goes on where it stood after its worker died and the vault was locked', { tag: '@long' }, async ({
  latchkey,
  options,
}) => {
  const guide = new RotationPage(latchkey, options);
  const { page } = await guide.begin();
  await killWorker(latchkey, options.page);
  await guide.takeNewKey(page);
  await options.page.bringToFront();
  await options.lock();
  await options.unlock(MASTER_PASSWORD);
  await guide.step('Check the new key').waitFor();
  await options.openAccounts();
  await expect(options.account('Work').getByText('Rotation under way. Next: Check the new key.')).toBeVisible();
  await options.cardButton('Work', 'Go on').click();
  await guide.step('Check the new key').waitFor();
  await guide.press('Give up this rotation');
  await options.page.getByRole('dialog').getByRole('button', { name: 'Give up this rotation' }).click();
  await expect(options.page.getByText('Given up. Both keys are kept.')).toBeVisible();
  const [account] = await sendMessage(options, 'keys.list', {});
  expect(account).toMatchObject({ rotation: null, keys: [{ use: 'active', isFilled: true }, { use: 'staged' }] });
});

test('a rotation goes on where it stood after its browser was killed', { tag: '@long' }, async ({ site }, testInfo) => {
  const profile = testInfo.outputPath('profile');
  const before = await launchLatchkey({ site, headless: true, profile });
  const options = await OptionsPage.openWithWork(before, site);
  const { accountId, keyId, page } = await new RotationPage(before, options).begin();
  await new RotationPage(before, options).takeNewKey(page);
  await killBrowser(before);

  const after = await launchLatchkey({ site, headless: true, profile });
  const again = await OptionsPage.open(after);
  const guide = new RotationPage(after, again);
  await again.page.goto(`${again.page.url().split('#')[0]}#rotate/${accountId}/${keyId}`);
  await again.unlock(MASTER_PASSWORD);
  await guide.step('Check the new key').waitFor();
  const login = await guide.pressForTab('Sign in with the new key');
  await signInByPopup(after, login);
  await login.waitForURL(`${SITE_ORIGIN}/dashboard`);
  await guide.step('Revoke the old key').waitFor();
  await after.close();
});
