// Several accounts, how far a sign-in goes, and the one that starts by itself.
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { DASHBOARD_URL, LOGIN_URL } from './harness/launch';
import { MASTER_PASSWORD } from './harness/master-password';
import { chooseMenuItem } from './harness/raise-event';
import { readSessionStorage, waitUntilAtRest } from './harness/read-state';
import { openLoginPage } from './pages/login-page';
import type { OptionsPage } from './pages/options-page';
import { Popup } from './pages/popup';
import type { AccountCredentials, Site } from './site/start-site';

/** Opens a second account on the site, and saves it under the label "Client". */
async function addClient(options: OptionsPage, site: Site): Promise<AccountCredentials> {
  const client = site.addAccount({ email: 'client@example.org' });
  await options.page.bringToFront();
  await options.addAccount({ label: 'Client', email: client.email, key: client.key, authenticator: client.otpauthUri });
  return client;
}

async function turnOnAutomatic(options: OptionsPage): Promise<void> {
  await options.openSettings();
  await options.page.getByRole('radio', { name: 'Automatic', exact: true }).check();
  await options.button('Next').click();
  await options.page.getByRole('textbox', { name: 'Master password', exact: true }).fill(MASTER_PASSWORD);
  await options.button('Turn on automatic sign-in').click();
  await expect(options.page.getByText('Way of signing in saved.')).toBeVisible();
}

// Everything here starts from a vault that is open and holds the site's account.
test.beforeEach(async ({ options }) => {
  await expect(options.account('Work')).toBeVisible();
});

test('the keyboard alone chooses another account in the popup, which goes through every step to where it was to lead', async ({
  latchkey,
  options,
  site,
}) => {
  const client = await addClient(options, site);
  const page = await openLoginPage(latchkey, '?next=/dashboard/keys');
  const popup = await Popup.open(latchkey, page);
  await popup.expect('button', 'Sign in');
  await popup.press('ArrowDown');
  await popup.press('Enter');
  await page.waitForURL('https://paramant.app/dashboard/keys');
  expect(site.isSignedIn(client.email)).toBe(true);
  expect(site.isSignedIn(site.account.email)).toBe(false);
  expect(site.findValue(site.account.key)).toEqual([]);
});

test('the toolbar button’s menu signs in the account that was made the default', { tag: '@long' }, async ({
  latchkey,
  options,
  site,
}) => {
  const client = await addClient(options, site);
  const byDefault = options.account('Client').getByLabel('Sign in with this one by default', { exact: true });
  await byDefault.click();
  await expect(byDefault).toBeChecked();
  const page = await openLoginPage(latchkey);
  await chooseMenuItem(latchkey, page, 'sign-in');
  await page.waitForURL(DASHBOARD_URL);
  expect(site.isSignedIn(client.email)).toBe(true);
});

test('where the person chose it the login page signs in by itself, and stays as it is after they have signed out', {
  tag: '@long',
}, async ({ latchkey, options, site }) => {
  await turnOnAutomatic(options);
  const page = await openLoginPage(latchkey);
  await page.waitForURL(DASHBOARD_URL);
  expect(site.isSignedIn(site.account.email)).toBe(true);
  await page.getByRole('link', { name: 'Sign out', exact: true }).click();
  await page.waitForURL(LOGIN_URL);
  await waitUntilAtRest(latchkey);
  expect(await readSessionStorage(latchkey)).not.toHaveProperty('run');
  expect(site.finalVerifications).toBe(1);
});

test('signing out in a tab that Latchkey never signed in starts nothing either', { tag: '@long' }, async ({
  latchkey,
  options,
  site,
}) => {
  await turnOnAutomatic(options);
  const page = await latchkey.context.newPage();
  await page.goto('https://paramant.app/auth/backup');
  await page.evaluate(() => location.assign('/auth/logout'));
  await page.waitForURL(LOGIN_URL);
  await waitUntilAtRest(latchkey);
  expect(await readSessionStorage(latchkey)).not.toHaveProperty('sign-in-tabs');
  expect(site.finalVerifications).toBe(0);
});

test('a login page that opens behind another tab waits for a gesture', { tag: '@long' }, async ({
  latchkey,
  options,
  site,
}) => {
  await turnOnAutomatic(options);
  const opened = latchkey.context.waitForEvent('page');
  const worker = await latchkey.worker();
  await worker.evaluate(url => chrome.tabs.create({ url, active: false }), LOGIN_URL);
  await (await opened).waitForURL(LOGIN_URL);
  await waitUntilAtRest(latchkey);
  expect(await readSessionStorage(latchkey)).not.toHaveProperty('sign-in-tabs');
  expect(site.finalVerifications).toBe(0);
});

test('Escape in the popup cancels a sign-in that is under way, and the popup stays to say so', {
  tag: '@long',
}, async ({ latchkey, site }) => {
  site.force({ slowMs: 20_000 });
  const page = await openLoginPage(latchkey);
  const popup = await Popup.open(latchkey, page);
  await popup.click('button', 'Sign in');
  await popup.expect('button', 'Cancel sign-in');
  await popup.press('Escape');
  await popup.expectText('The sign-in was cancelled.');
  expect(await readSessionStorage(latchkey)).not.toHaveProperty('run');
  expect(page.url()).toBe(LOGIN_URL);
});
