import { expect } from 'playwright/test';
import { MASTER_PASSWORD, test } from './fixtures';
import { killWorkerBeforeEveryStep, reloadExtension } from './harness/worker-life';
import { Popup } from './pages/popup';
import { isLayoutName } from './site/layouts/registry';

const LOGIN = 'https://paramant.app/auth/login';

for (const layout of ['documented', 'documented-pages', 'today', 'april'].filter(isLayoutName)) {
  test.describe(`on the ${layout} layout`, () => {
    test('one click in the popup signs in, submits once and leaves nothing in any address', async ({
      latchkey,
      options,
      site,
    }) => {
      site.layout = layout;
      const page = await latchkey.context.newPage();
      await page.goto(`${LOGIN}?next=/dashboard/keys`);
      const popup = await Popup.open(latchkey, page);
      await popup.click('button', 'Sign in');
      await page.waitForURL('https://paramant.app/dashboard/keys');
      expect(site.isSignedIn(site.account.email)).toBe(true);
      expect(site.finalVerifications).toBe(1);
      expect(site.requests.filter(({ path }) => /[?&](email|totp|code|api_?key)=/i.test(path))).toEqual([]);
      const keyWent = site.findValue(site.account.key);
      expect(keyWent).toHaveLength(layout.startsWith('documented') ? 1 : 0);
      await expect(options.page.getByRole('listitem', { name: 'Work' })).toBeVisible();
    });

    test('a wrong code is shown and never sent again', async ({ latchkey, options, site }) => {
      site.layout = layout;
      site.force({ status: 401 });
      const page = await latchkey.context.newPage();
      await page.goto(LOGIN);
      const popup = await Popup.open(latchkey, page);
      await popup.click('button', 'Sign in');
      await popup.expectText('did not accept');
      await page.waitForTimeout(1_500);
      expect(site.finalVerifications).toBe(1);
      expect(page.url()).toContain('/auth/login');
      await expect(options.button('Lock')).toBeVisible();
    });

    test('the worker may die before every step', async ({ latchkey, options, site }) => {
      site.layout = layout;
      const page = await latchkey.context.newPage();
      const kills = await killWorkerBeforeEveryStep(latchkey, page);
      await page.goto(LOGIN);
      const popup = await Popup.open(latchkey, page);
      await popup.click('button', 'Sign in');
      await page.waitForURL('https://paramant.app/dashboard');
      expect(site.finalVerifications).toBe(1);
      expect(kills()).toBeGreaterThanOrEqual(layout.startsWith('documented') ? 6 : 3);
      await expect(options.button('Lock')).toBeVisible();
    });
  });
}

test('a page whose script is late gets no native submit with the code in its address', async ({
  latchkey,
  options,
  site,
}) => {
  site.layout = 'april';
  site.troubleScripts({ isMissing: true });
  const page = await latchkey.context.newPage();
  await page.goto(LOGIN);
  const popup = await Popup.open(latchkey, page);
  await popup.click('button', 'Sign in');
  await popup.expectText('not ready');
  expect(site.requests.filter(({ path }) => path.includes('totp='))).toEqual([]);
  expect(site.findValue(site.account.email)).toEqual([]);
  await expect(options.button('Lock')).toBeVisible();
});

test('on another page there is no Sign in', async ({ latchkey, options, site }) => {
  const page = await latchkey.context.newPage();
  await page.goto('https://paramant.app/auth/backup');
  const popup = await Popup.open(latchkey, page);
  await popup.expect('button', 'Lock');
  expect(await popup.count('button', 'Sign in')).toBe(0);
  expect(site.finalVerifications).toBe(0);
  await expect(options.button('Lock')).toBeVisible();
});

test('the sign-in adds no node to the page', async ({ latchkey, options, site }) => {
  site.layout = 'today';
  site.force({ status: 401 });
  const page = await latchkey.context.newPage();
  await page.goto(LOGIN);
  const before = await page.evaluate(() => document.querySelectorAll('*').length);
  const popup = await Popup.open(latchkey, page);
  await popup.click('button', 'Sign in');
  await popup.expectText('did not accept');
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBe(before);
  await expect(options.button('Lock')).toBeVisible();
});

test('the keyboard command signs in without a popup', async ({ latchkey, options, site }) => {
  await expect(options.button('Lock')).toBeVisible();
  const page = await latchkey.context.newPage();
  await page.goto(LOGIN);
  await page.bringToFront();
  const worker = await latchkey.worker();
  await worker.evaluate(() => chrome.commands.onCommand.dispatch('sign-in'));
  await page.waitForURL('https://paramant.app/dashboard');
  expect(site.finalVerifications).toBe(1);
});

test('a login page that was open before an update is signed in too', async ({ latchkey, options, site }) => {
  const page = await latchkey.context.newPage();
  await page.goto(LOGIN);
  await reloadExtension(latchkey);
  await expect.poll(() => options.page.isClosed()).toBe(true);
  const popup = await Popup.open(latchkey, page);
  await popup.fill('Master password', MASTER_PASSWORD);
  await popup.click('button', 'Unlock');
  await popup.click('button', 'Sign in');
  await page.waitForURL('https://paramant.app/dashboard');
  expect(site.finalVerifications).toBe(1);
});

test('the keyboard command on a locked vault opens the popup, and unlocking there goes on', async ({
  latchkey,
  options,
  site,
}) => {
  await options.lock();
  const page = await latchkey.context.newPage();
  await page.goto(LOGIN);
  await page.bringToFront();
  const worker = await latchkey.worker();
  await worker.evaluate(() => chrome.commands.onCommand.dispatch('sign-in'));
  const popup = await Popup.waitFor(latchkey);
  await popup.fill('Master password', MASTER_PASSWORD);
  await popup.click('button', 'Unlock');
  await page.waitForURL('https://paramant.app/dashboard');
  expect(site.finalVerifications).toBe(1);
});

test('closing the popup forgets the sign-in that was asked for while locked', async ({ latchkey, options, site }) => {
  await options.lock();
  const page = await latchkey.context.newPage();
  await page.goto(LOGIN);
  await page.bringToFront();
  const worker = await latchkey.worker();
  await worker.evaluate(() => chrome.commands.onCommand.dispatch('sign-in'));
  const asked = await Popup.waitFor(latchkey);
  await asked.expectText('the sign-in you asked for goes on');
  await asked.close();
  const popup = await Popup.open(latchkey, page);
  await popup.fill('Master password', MASTER_PASSWORD);
  await popup.click('button', 'Unlock');
  await popup.expect('button', 'Sign in');
  await page.waitForTimeout(1_000);
  expect(site.finalVerifications).toBe(0);
  expect(page.url()).toBe(LOGIN);
});
