// What was filled does not stay behind: not after a lock, a sign-in that was cancelled, or in a page that was left.
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from './fixtures';
import type { Latchkey } from './harness/launch';
import { LOGIN_URL, SITE_ORIGIN } from './harness/launch';
import { waitUntilAtRest } from './harness/read-state';
import { openLoginPage } from './pages/login-page';
import { Popup } from './pages/popup';
import type { Site } from './site/start-site';

const FILL = 'Fill, and let me press';

test.beforeEach(async ({ options, site }) => {
  await expect(options.account('Work')).toBeVisible();
  site.layout = 'april';
});

/** The login page with email and code in their fields, and nothing pressed. */
async function openFilled(latchkey: Latchkey, site: Site): Promise<Page> {
  const page = await openLoginPage(latchkey);
  const popup = await Popup.open(latchkey, page);
  await popup.click('button', FILL);
  await expect(page.getByLabel('6-digit code')).toHaveValue(/^\d{6}$/);
  await expect(page.getByLabel('Email')).toHaveValue(site.account.email);
  await waitUntilAtRest(latchkey);
  return page;
}

test('a lock takes what was filled out of the page, but for what the person has typed in since', {
  tag: '@long',
}, async ({ latchkey, options, site }) => {
  const page = await openFilled(latchkey, site);
  await page.getByLabel('Email').press('End');
  await page.getByLabel('Email').pressSequentially('.invalid');
  await options.page.bringToFront();
  await options.lock();
  await expect(page.getByLabel('6-digit code')).toHaveValue('');
  await expect(page.getByLabel('Email')).toHaveValue(`${site.account.email}.invalid`);
});

test('a cancelled sign-in leaves nothing of itself in the page, and says so', { tag: '@long' }, async ({
  latchkey,
  site,
}) => {
  site.layout = 'documented-pages';
  const page = await openLoginPage(latchkey);
  const popup = await Popup.open(latchkey, page);
  await popup.click('button', FILL);
  await expect(page.getByLabel('Email')).toHaveValue(site.account.email);
  await popup.click('button', 'Cancel sign-in');
  await popup.expectText('What Latchkey had entered is taken out of the page again');
  await expect(page.getByLabel('Email')).toHaveValue('');
  expect(site.findValue(site.account.email)).toEqual([]);
});

test('a page that was left and is come back to holds nothing any more', { tag: '@long' }, async ({
  latchkey,
  site,
}) => {
  const page = await openFilled(latchkey, site);
  await page.goto(`${SITE_ORIGIN}/auth/backup`);
  await page.goBack();
  expect(page.url()).toContain(LOGIN_URL);
  await expect(page.getByLabel('6-digit code')).toHaveValue('');
  await expect(page.getByLabel('Email')).toHaveValue('');
});

test('what the person sends by the page’s own button arrives, though the page is left by it', {
  tag: '@long',
}, async ({ latchkey, site }) => {
  const page = await openFilled(latchkey, site);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`${SITE_ORIGIN}/dashboard`);
  expect(site.finalVerifications).toBe(1);
});

test('on the site’s http the popup says why it fills nothing', { tag: '@long' }, async ({ latchkey }) => {
  const page = await latchkey.context.newPage();
  const body = '<label>Email <input id="email" type="email"></label>';
  await page.route('http://paramant.app/**', route => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('http://paramant.app/auth/login');
  const popup = await Popup.open(latchkey, page);
  await popup.expectText('This page came without encryption (http), so Latchkey fills nothing here.');
  expect(await popup.text()).not.toContain(FILL);
});
