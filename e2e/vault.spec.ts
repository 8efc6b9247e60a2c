import { expect } from 'playwright/test';
import { MASTER_PASSWORD, test } from './fixtures';
import { killWorker } from './harness/worker-life';
import { OptionsPage } from './pages/options-page';
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

test('a vault is created, filled, locked and unlocked, and survives the worker', async ({
  latchkey,
  options,
  site,
}) => {
  await options.lock();
  await expect(options.account('Work')).toHaveCount(0);
  await options.field('Master password').fill('not the right one');
  await options.button('Unlock').click();
  await expect(options.page.getByRole('alert')).toContainText('password');
  await options.unlock(MASTER_PASSWORD);
  await killWorker(latchkey, options.page);
  const card = options.account('Work');
  await expect(card.getByText(site.account.email)).toBeVisible();
  const code = card.getByRole('status', { name: 'Code' });
  await expect(code).toHaveText(/^\d{6}$/);
  expect([-1, 0, 1].map(offset => site.codeFor(site.account.secret, offset))).toContain(await code.textContent());
});

test('every page shows the lock at once', async ({ latchkey, options }) => {
  const other = await OptionsPage.open(latchkey);
  await expect(other.account('Work')).toBeVisible();
  await options.lock();
  await expect(other.button('Unlock')).toBeVisible();
  await expect(other.account('Work')).toHaveCount(0);
});

test('a key is shown, hidden and copied', async ({ latchkey, options, site }) => {
  await latchkey.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const card = options.account('Work');
  await card.getByRole('button', { name: 'Show API key', exact: true }).click();
  await expect(card.getByText(site.account.key)).toBeVisible();
  await card.getByRole('button', { name: 'Copy API key', exact: true }).click();
  await expect.poll(() => options.page.evaluate(() => navigator.clipboard.readText())).toBe(site.account.key);
  await card.getByRole('button', { name: 'Copy code', exact: true }).click();
  await expect.poll(() => options.page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\d{6}$/);
});

test('a removed account comes back with Undo', async ({ options }) => {
  await options.account('Work').getByRole('button', { name: 'Remove account', exact: true }).click();
  await expect(options.account('Work')).toHaveCount(0);
  await options.button('Undo').click();
  await expect(options.account('Work')).toBeVisible();
});

test('an edit keeps the secrets that were left empty', async ({ options, site }) => {
  await options.account('Work').getByRole('button', { name: 'Edit account', exact: true }).click();
  await options.typeAccount({ label: 'Operations' });
  await options.button('Save account').click();
  const card = options.account('Operations');
  await card.getByRole('button', { name: 'Show API key', exact: true }).click();
  await expect(card.getByText(site.account.key)).toBeVisible();
  await expect(card.getByRole('status', { name: 'Code' })).toHaveText(/^\d{6}$/);
});

test('a changed master password opens the vault and the old one no longer does', async ({ options }) => {
  const next = 'gravel harbour pencil violet';
  await options.openSettings();
  await options.field('Current master password').fill(MASTER_PASSWORD);
  await options.field('New master password').fill(next);
  await options.field('Repeat new master password').fill(next);
  await options.button('Change master password').click();
  await expect(options.page.getByRole('status').filter({ hasText: 'master password' })).toBeVisible();
  await options.lock();
  await options.field('Master password').fill(MASTER_PASSWORD);
  await options.button('Unlock').click();
  await expect(options.page.getByRole('alert')).toBeVisible();
  await options.unlock(next);
});

test('the screen lock locks the vault', async ({ latchkey, options }) => {
  const worker = await latchkey.worker();
  await worker.evaluate(() => chrome.idle.onStateChanged.dispatch('locked'));
  await expect(options.button('Unlock')).toBeVisible();
});
