// Signing in with an account whose authenticator a passkey holds: every gesture leads through the touch.
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from './fixtures';
import type { Latchkey } from './harness/launch';
import { DASHBOARD_URL, LOGIN_URL } from './harness/launch';
import { lendPasskeys } from './harness/lend-passkeys';
import { MASTER_PASSWORD } from './harness/master-password';
import { pressCommand } from './harness/raise-event';
import { readSessionStorage, waitUntilAtRest } from './harness/read-state';
import { killWorkerBeforeEveryStep } from './harness/worker-life';
import { TOUCH_FOR_CODE } from './pages/held-accounts';
import { openLoginPage } from './pages/login-page';
import type { OptionsPage } from './pages/options-page';
import { Popup } from './pages/popup';

/** Opens the popup over a tab and presses "Sign in" there, where the device with the passkey is at hand. */
async function signInByTouch(latchkey: Latchkey, page: Page, { page: device }: OptionsPage): Promise<Popup> {
  const popup = await Popup.open(latchkey, page);
  await popup.expect('button', 'Sign in');
  await lendPasskeys(device, popup.target);
  await popup.click('button', 'Sign in');
  return popup;
}

/** Touches the passkey in the popup that a gesture has opened. */
async function goOnByTouch(popup: Popup, { page: device }: OptionsPage): Promise<void> {
  await popup.expectText('Touch your passkey, and the sign-in you asked for goes on.');
  await lendPasskeys(device, popup.target);
  await popup.click('button', 'Touch your passkey and sign in');
}

test('Sign in asks for the touch, and goes through to the dashboard', async ({ latchkey, options, held, site }) => {
  await expect(options.cardButton('Work', TOUCH_FOR_CODE)).toBeVisible();
  expect(held.recoveryCode).toHaveLength(39);
  const page = await openLoginPage(latchkey);
  await signInByTouch(latchkey, page, options);
  await page.waitForURL(DASHBOARD_URL);
  expect(site.isSignedIn(site.account.email)).toBe(true);
  expect(site.finalVerifications).toBe(1);
  const left = Object.keys(await readSessionStorage(latchkey));
  expect(left).not.toContain('run.codes');
  expect(left).not.toContain('held.key');
});

test('the worker may die before every step of it', { tag: '@long' }, async ({ latchkey, options, held, site }) => {
  await expect(held.accounts.code('Work')).toHaveCount(0);
  const page = await latchkey.context.newPage();
  const kills = await killWorkerBeforeEveryStep(latchkey, page);
  await page.goto(LOGIN_URL);
  await signInByTouch(latchkey, page, options);
  await page.waitForURL(DASHBOARD_URL);
  expect(site.finalVerifications).toBe(1);
  expect(kills()).toBeGreaterThanOrEqual(6);
});

test('a touch that is refused starts nothing', { tag: '@long' }, async ({ latchkey, options, held, site }) => {
  await held.device.refuseFingers();
  const page = await openLoginPage(latchkey);
  const popup = await signInByTouch(latchkey, page, options);
  await popup.expectText('The passkey was not used');
  await waitUntilAtRest(latchkey);
  expect(site.requests.filter(({ method }) => method === 'POST')).toEqual([]);
});

test('the keyboard command leads to the popup, whose touch goes on with the sign-in', { tag: '@long' }, async ({
  latchkey,
  options,
  held,
  site,
}) => {
  await expect(held.accounts.code('Work')).toHaveCount(0);
  const page = await openLoginPage(latchkey);
  await pressCommand(latchkey, page, 'sign-in');
  const popup = await Popup.waitFor(latchkey);
  await goOnByTouch(popup, options);
  await page.waitForURL(DASHBOARD_URL);
  expect(site.finalVerifications).toBe(1);
});

test('asked for while locked, it takes the password and then the touch', { tag: '@long' }, async ({
  latchkey,
  options,
  held,
  site,
}) => {
  await expect(held.accounts.code('Work')).toHaveCount(0);
  await options.lock();
  const page = await openLoginPage(latchkey);
  await pressCommand(latchkey, page, 'sign-in');
  const popup = await Popup.waitFor(latchkey);
  await popup.unlock(MASTER_PASSWORD);
  await goOnByTouch(popup, options);
  await page.waitForURL(DASHBOARD_URL);
  expect(site.finalVerifications).toBe(1);
});

test('the small window goes on where a prompt would close the popup', { tag: '@long' }, async ({
  latchkey,
  options,
  held,
  site,
}) => {
  await expect(held.accounts.code('Work')).toHaveCount(0);
  const page = await openLoginPage(latchkey);
  const popup = await Popup.open(latchkey, page);
  await popup.expect('button', 'Sign in');
  const opened = latchkey.context.waitForEvent('page');
  // The card of the account has another one.
  await popup.target.evaluate(() => document.querySelector<HTMLElement>('.sign-in .link')?.click(), null);
  const small = await opened;
  expect(small.url()).toContain('/popup.html#window');
  await lendPasskeys(options.page, small);
  await small.getByRole('button', { name: 'Touch your passkey and sign in', exact: true }).click();
  await page.waitForURL(DASHBOARD_URL);
  expect(site.finalVerifications).toBe(1);
  await expect.poll(() => small.isClosed()).toBe(true);
});
