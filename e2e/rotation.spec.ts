// The guided rotation, from the first click to the revoked key, against the local site.
import { mkdir } from 'node:fs/promises';
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { violations } from './harness/accessibility';
import { daysAgo } from './harness/days-ago';
import { killBrowser } from './harness/kill-browser';
import type { Latchkey } from './harness/launch';
import { launchLatchkey, SITE_ORIGIN } from './harness/launch';
import { MASTER_PASSWORD } from './harness/master-password';
import { readToolbar } from './harness/read-state';
import { sendMessage, tryMessage } from './harness/send-message';
import { killWorker } from './harness/worker-life';
import { openLoginPage, signInByPopup } from './pages/login-page';
import { OptionsPage } from './pages/options-page';
import { RotationPage } from './pages/rotation-page';
import type { Site } from './site/start-site';

const CI = { id: 'ci', name: 'CI', where: 'repository secrets', owner: 'Robin', note: '' };
const PICTURES = '.output/screenshots';

const keysOnSite = (site: Site) => site.operator.listKeys(site.account.email);
const seeDashboard = 'I have it open';

/** A signed-in tab on the dashboard's keys, which Latchkey has seen, and a rotation begun with it. */
async function begin(latchkey: Latchkey, options: OptionsPage, guide: RotationPage) {
  const place = await guide.open();
  const page = await openLoginPage(latchkey);
  await guide.signInTo(page);
  await guide.pressInPopup(page, seeDashboard, 'Seen.');
  await expect(options.page.getByText('Latchkey saw it.')).toBeVisible();
  await guide.press('Start the rotation');
  await guide.step('Save a new key').waitFor();
  return { ...place, page };
}

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

  const { page } = await begin(latchkey, options, guide);
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
  const popup = await guide.pressInPopup(page, seeDashboard, 'does not show that you are signed in');
  await popup.close();
  await guide.press('Start the rotation');
  await expect(options.alert('while signed out of the dashboard locks you out')).toBeVisible();
});

test('a rotation goes on where it stood after its worker died and the vault was locked', { tag: '@long' }, async ({
  latchkey,
  options,
}) => {
  const guide = new RotationPage(latchkey, options);
  const { page } = await begin(latchkey, options, guide);
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
  const options = await OptionsPage.open(before);
  await options.createVault(MASTER_PASSWORD);
  const { email, key, otpauthUri } = site.account;
  await options.addAccount({ label: 'Work', email, key, authenticator: otpauthUri });
  const { accountId, keyId, page } = await begin(before, options, new RotationPage(before, options));
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

test.describe('the relay', { tag: '@long' }, () => {
  test.use({ relay: true });

  test('is asked about the new key once the person agrees, and no other host can be', async ({
    latchkey,
    options,
    site,
  }) => {
    const guide = new RotationPage(latchkey, options);
    const { page } = await begin(latchkey, options, guide);
    await guide.takeNewKey(page);
    await guide.step('Check the new key').waitFor();
    const asked = () => site.requests.filter(({ path }) => path === '/v2/check-key').map(({ method }) => method);
    expect(asked()).toEqual([]);
    await guide.press('Ask the relay instead');
    expect(await violations(options.page)).toEqual([]);
    await guide.press('Send the key and ask');
    await guide.step('Revoke the old key').waitFor();
    expect(asked().filter(method => method === 'GET')).toEqual(['GET']);
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
  const { page } = await begin(latchkey, options, guide);
  await guide.takeNewKey(page);
  await guide.press('Ask the relay instead');
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
    await guide.pressInPopup(page, seeDashboard, 'Seen.');
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

test('a due key can be put off three times and not a fourth, and is on the badge again when locked', {
  tag: '@long',
}, async ({ latchkey, options }) => {
  await options.addAccount({ label: 'Old', email: 'old@example.org', key: 'b2'.repeat(32), createdOn: daysAgo(100) });
  await expect.poll(() => readToolbar(latchkey)).toMatchObject({ badge: '1' });
  const accounts = await sendMessage(options, 'keys.list', {});
  const old = accounts.find(({ keys }) => keys.some(({ state }) => state === 'overdue'));
  const place = { accountId: old?.accountId ?? '', keyId: old?.keys[0]?.id ?? '' };
  for (const days of [1, 3, 7] as const) await sendMessage(options, 'keys.snooze', { ...place, days });
  await expect.poll(() => readToolbar(latchkey)).toMatchObject({ badge: '' });
  const fourth = await tryMessage(options.page, 'keys.snooze', { ...place, days: 1 });
  expect(fourth).toMatchObject({ ok: false, error: [{ code: 'snooze-used-up' }] });
  await sendMessage(options, 'keys.mark-compromised', { ...place, isCompromised: true });
  await options.lock();
  await expect.poll(() => readToolbar(latchkey)).toMatchObject({ badge: '1' });
});

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
      const { page } = await begin(latchkey, options, guide);
      await shoot('new-key');
      await guide.takeNewKey(page);
      await guide.step('Check the new key').waitFor();
      await shoot('check');
      await guide.press('Ask the relay instead');
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
      await options.openAccounts();
      await shoot('card');
      await options.cardButton('Work', 'Go on').click();
      const popup = await guide.pressInPopup(page, seeDashboard, 'Seen.');
      await popup.screenshot(`${PICTURES}/rotation-popup-${colorScheme}.png`, colorScheme);
      await popup.close();
      await guide.press('I revoked it');
      await guide.step('Rotated').waitFor();
      await shoot('done');
      expect(keysOnSite(site)).toHaveLength(2);
    });
  });
}
