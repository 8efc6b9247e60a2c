// The ways to ask for a sign-in, and what becomes of one that was asked for while locked.
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { DASHBOARD_URL, LOGIN_URL } from './harness/launch';
import { MASTER_PASSWORD } from './harness/master-password';
import { chooseMenuItem, pressCommand } from './harness/raise-event';
import { readSessionStorage, waitUntilAtRest } from './harness/read-state';
import { reloadExtension } from './harness/worker-life';
import { openLoginPage, signInByPopup } from './pages/login-page';
import { Popup } from './pages/popup';

// Everything here starts from a vault that is open and holds the site's account.
test.beforeEach(async ({ options }) => {
  await expect(options.account('Work')).toBeVisible();
});

test('after a sign-in the popup closes by itself, and says “Signed in.” when it is opened again', {
  tag: '@long',
}, async ({ latchkey, site }) => {
  const page = await openLoginPage(latchkey);
  const popup = await signInByPopup(latchkey, page);
  await popup.waitForClose();
  expect(page.url()).toBe(DASHBOARD_URL);
  expect(site.isSignedIn(site.account.email)).toBe(true);
  const again = await Popup.open(latchkey, page);
  await again.expectText('Signed in.');
});

test('on another page there is no Sign in', { tag: '@long' }, async ({ latchkey, site }) => {
  const page = await latchkey.context.newPage();
  await page.goto('https://paramant.app/auth/backup');
  const popup = await Popup.open(latchkey, page);
  await popup.expect('button', 'Lock');
  expect(await popup.count('button', 'Sign in')).toBe(0);
  expect(site.finalVerifications).toBe(0);
});

test('“Sign in with Latchkey” in the toolbar button’s menu signs in', { tag: '@long' }, async ({ latchkey, site }) => {
  const worker = await latchkey.worker();
  // No extension can read a menu. That there is such an item shows in that it can be updated; its title is this text.
  await worker.evaluate(() => chrome.contextMenus.update('sign-in', {}));
  expect(await worker.evaluate(() => chrome.i18n.getMessage('menu_signIn'))).toBe('Sign in with Latchkey');
  const page = await openLoginPage(latchkey);
  await chooseMenuItem(latchkey, page, 'sign-in');
  await page.waitForURL(DASHBOARD_URL);
  expect(site.finalVerifications).toBe(1);
});

test('a second sign-in right after the first sends a code of its own', { tag: '@long' }, async ({ latchkey, site }) => {
  const page = await openLoginPage(latchkey);
  await signInByPopup(latchkey, page);
  await page.waitForURL(DASHBOARD_URL);
  await page.goto('https://paramant.app/auth/logout');
  await page.waitForURL(LOGIN_URL);
  expect(site.isSignedIn(site.account.email)).toBe(false);
  await signInByPopup(latchkey, page);
  // Near the end of a step there may be half a minute to wait.
  await page.waitForURL(DASHBOARD_URL, { timeout: 45_000 });
  expect(site.isSignedIn(site.account.email)).toBe(true);
  expect(site.finalVerifications).toBe(2);
  const codes = site.received.flatMap(({ fields }) => fields.totp ?? []);
  expect(new Set(codes).size).toBe(2);
});

test('a login page that was open before an update is signed in too', { tag: '@long' }, async ({
  latchkey,
  options,
  site,
}) => {
  const page = await openLoginPage(latchkey);
  await reloadExtension(latchkey);
  await expect.poll(() => options.page.isClosed()).toBe(true);
  const popup = await Popup.open(latchkey, page);
  await popup.unlock(MASTER_PASSWORD);
  await popup.click('button', 'Sign in');
  await page.waitForURL(DASHBOARD_URL);
  expect(site.finalVerifications).toBe(1);
});

test('the keyboard command on a locked vault opens the popup, and unlocking there goes on', async ({
  latchkey,
  options,
  site,
}) => {
  await options.lock();
  const page = await openLoginPage(latchkey);
  await pressCommand(latchkey, page, 'sign-in');
  const popup = await Popup.waitFor(latchkey);
  await popup.unlock(MASTER_PASSWORD);
  await page.waitForURL(DASHBOARD_URL);
  expect(site.finalVerifications).toBe(1);
});

test('closing the popup forgets the sign-in that was asked for while locked', { tag: '@long' }, async ({
  latchkey,
  options,
  site,
}) => {
  await options.lock();
  const page = await openLoginPage(latchkey);
  await pressCommand(latchkey, page, 'sign-in');
  const asked = await Popup.waitFor(latchkey);
  await asked.expectText('the sign-in you asked for goes on');
  await asked.close();
  await waitUntilAtRest(latchkey);
  const popup = await Popup.open(latchkey, page);
  await popup.unlock(MASTER_PASSWORD);
  await popup.expect('button', 'Sign in');
  await waitUntilAtRest(latchkey);
  expect(await readSessionStorage(latchkey)).not.toHaveProperty('lastRun');
  expect(site.finalVerifications).toBe(0);
  expect(page.url()).toBe(LOGIN_URL);
});
