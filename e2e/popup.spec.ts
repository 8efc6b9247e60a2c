import { expect } from 'playwright/test';
import { test } from './fixtures';
import { Popup } from './pages/popup';

test('the popup without a vault leads to the first run', async ({ latchkey }) => {
  const page = await latchkey.context.newPage();
  const popup = await Popup.open(latchkey, page);
  const opened = latchkey.context.waitForEvent('page');
  await popup.click('button', 'Get started');
  const first = await opened;
  expect(first.url()).toContain('/options.html');
  await expect(first.getByLabel('Repeat master password', { exact: true })).toBeVisible();
});

test('the popup shows the code that the site expects, copies it, and shows the key when asked', async ({
  latchkey,
  options,
  site,
}) => {
  await latchkey.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const popup = await Popup.open(latchkey, options.page);
  // A code may be read at the very end of its step, so the one before counts as well: as it does on the site.
  const expected = () => [-1, 0].map(offset => site.codeFor(site.account.secret, offset));
  const shown = await popup.textOf('status', 'Code');
  expect(expected()).toContain(shown);
  expect(await popup.text()).not.toContain(site.account.key);
  await popup.click('button', 'Show API key');
  await popup.expectText(site.account.key);
  await popup.click('button', 'Copy code');
  await popup.expectText('Code copied.');
  await options.page.bringToFront();
  const copied = await options.page.evaluate(() => navigator.clipboard.readText());
  expect(expected()).toContain(copied);
});

test('away from the login page the popup leads there', { tag: '@long' }, async ({ latchkey, options }) => {
  const popup = await Popup.open(latchkey, options.page);
  await popup.click('button', 'Open the sign-in page');
  const addresses = () => latchkey.context.pages().map(page => page.url());
  await expect.poll(addresses).toContain('https://paramant.app/auth/login');
});
