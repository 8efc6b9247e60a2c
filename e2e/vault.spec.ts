import { expect } from 'playwright/test';
import { test } from './fixtures';
import { MASTER_PASSWORD } from './harness/master-password';
import { lockScreen, pressCommand, ringAlarm } from './harness/raise-event';
import { readAlarmMs, readSessionStorage, readVaultBytes } from './harness/read-state';
import { killWorker } from './harness/worker-life';
import { expireSession, writeStatus } from './harness/write-state';
import { OptionsPage } from './pages/options-page';

test('a vault is created, filled, locked and unlocked, and survives the worker', async ({
  latchkey,
  options,
  site,
}) => {
  await options.lock();
  await expect(options.account('Work')).toHaveCount(0);
  const before = await readVaultBytes(latchkey);
  await options.field('Master password').fill('not the right one');
  await options.button('Unlock').click();
  await expect(options.alert('Wrong master password')).toBeVisible();
  expect(await readVaultBytes(latchkey)).toEqual(before);
  await options.unlock(MASTER_PASSWORD);
  await killWorker(latchkey, options.page);
  const card = options.account('Work');
  await expect(card.getByText(site.account.email)).toBeVisible();
  const code = card.getByRole('status', { name: 'Code' });
  await expect(code).toHaveText(/^\d{6}$/);
  expect([-1, 0, 1].map(offset => site.codeFor(site.account.secret, offset))).toContain(await code.textContent());
});

test('every page shows the lock at once', { tag: '@long' }, async ({ latchkey, options }) => {
  const other = await OptionsPage.open(latchkey);
  await expect(other.account('Work')).toBeVisible();
  await options.lock();
  await expect(other.button('Unlock')).toBeVisible();
  await expect(other.account('Work')).toHaveCount(0);
});

test('a key is shown, hidden and copied', { tag: '@long' }, async ({ latchkey, options, site }) => {
  await latchkey.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const card = options.account('Work');
  await options.cardButton('Work', 'Show API key').click();
  await expect(card.getByText(site.account.key)).toBeVisible();
  await options.cardButton('Work', 'Copy API key').click();
  await expect.poll(() => options.page.evaluate(() => navigator.clipboard.readText())).toBe(site.account.key);
  await options.cardButton('Work', 'Copy code').click();
  await expect.poll(() => options.page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\d{6}$/);
});

test('a removed account comes back with Undo', async ({ options }) => {
  await options.cardButton('Work', 'Remove account').click();
  await expect(options.account('Work')).toHaveCount(0);
  await options.button('Undo').click();
  await expect(options.account('Work')).toBeVisible();
});

test('a removed account comes back from the list below, also on another page', { tag: '@long' }, async ({
  options,
}) => {
  await options.cardButton('Work', 'Remove account').click();
  await expect(options.page.getByText('Removed in the last day')).toHaveCount(0);
  await options.page.reload();
  await expect(options.page.getByText('No accounts. Add one that you sign in to the dashboard with.')).toBeVisible();
  await options.button('Bring back Work').click();
  await expect(options.account('Work')).toBeVisible();
  await expect(options.page.getByText('Removed in the last day')).toHaveCount(0);
});

test('a double click on Remove account keeps the Undo, and so does what is done next', { tag: '@long' }, async ({
  options,
}) => {
  await options.cardButton('Work', 'Remove account').dblclick();
  await expect(options.account('Work')).toHaveCount(0);
  await expect(options.page.getByRole('alert')).toHaveCount(0);
  await options.openSettings();
  await options.button('Save settings').click();
  await expect(options.page.getByRole('status').filter({ hasText: 'Settings saved.' })).toBeVisible();
  await options.button('Undo').click();
  await options.page.getByRole('link', { name: 'Accounts', exact: true }).click();
  await expect(options.account('Work')).toBeVisible();
});

test('an edit keeps the secrets that were left empty', { tag: '@long' }, async ({ options, site }) => {
  await options.cardButton('Work', 'Edit account').click();
  await options.typeAccount({ label: 'Operations' });
  await options.button('Save account').click();
  const card = options.account('Operations');
  await options.cardButton('Operations', 'Show API key').click();
  await expect(card.getByText(site.account.key)).toBeVisible();
  await expect(card.getByRole('status', { name: 'Code' })).toHaveText(/^\d{6}$/);
});

test('a changed master password opens the vault and the old one no longer does', async ({ options }) => {
  const next = 'gravel harbour pencil violet';
  await options.openSettings();
  await options.typePasswordChange(MASTER_PASSWORD, next);
  await options.button('Change master password').click();
  await expect(options.page.getByRole('status').filter({ hasText: 'master password' })).toBeVisible();
  await options.lock();
  await options.field('Master password').fill(MASTER_PASSWORD);
  await options.button('Unlock').click();
  await expect(options.page.getByRole('alert')).toBeVisible();
  await options.unlock(next);
});

test('two windows that add accounts at the same time lose none', { tag: '@long' }, async ({ latchkey, options }) => {
  const other = await OptionsPage.open(latchkey);
  const windows = [
    { window: options, typed: { label: 'Here', email: 'here@example.org', key: 'b2'.repeat(32) } },
    { window: other, typed: { label: 'There', email: 'there@example.org', key: 'c3'.repeat(32) } },
  ];
  for (const { window, typed } of windows) {
    await window.button('Add account').click();
    await window.typeAccount(typed);
  }
  // Pressed from inside the pages and at the same moment: a mouse gets to the second after the first has saved.
  const pressAt = (button: HTMLElement | SVGElement, atMs: number) => {
    while (Date.now() < atMs);
    (button as HTMLElement).click();
  };
  const atMs = Date.now() + 500;
  await Promise.all(windows.map(({ window }) => window.button('Save account').evaluate(pressAt, atMs)));
  for (const { window } of windows) {
    for (const label of ['Work', 'Here', 'There']) await expect(window.account(label)).toBeVisible();
  }
  await options.lock();
  await options.unlock(MASTER_PASSWORD);
  for (const label of ['Work', 'Here', 'There']) await expect(options.account(label)).toBeVisible();
});

test('a stale status is derived anew when the worker comes back', { tag: '@long' }, async ({ latchkey, options }) => {
  await options.lock();
  const stale = { phase: 'unlocked', locksAtMs: null, dueCount: 7, revision: 99, signIn: null, signInAsked: false };
  await writeStatus(latchkey, stale);
  await killWorker(latchkey, options.page);
  await options.page.reload();
  await expect(options.button('Unlock')).toBeVisible();
  const { status } = await readSessionStorage(latchkey);
  expect(status).toMatchObject({ phase: 'locked', dueCount: 0 });
});

test('the screen lock locks the vault', { tag: '@long' }, async ({ latchkey, options }) => {
  await lockScreen(latchkey);
  await expect(options.button('Unlock')).toBeVisible();
});

test('the lock command locks the vault', { tag: '@long' }, async ({ latchkey, options }) => {
  await pressCommand(latchkey, options.page, 'lock-now');
  await expect(options.button('Unlock')).toBeVisible();
  expect(await readSessionStorage(latchkey)).not.toHaveProperty(['session.key']);
});

test('the vault locks when nothing was done in it for the time that is set', async ({ latchkey, options, site }) => {
  const key = options.account('Work').getByText(site.account.key);
  // The last thing that is done: how long the vault stays open from then on is stored before the key shows.
  const showKey = async () => {
    await options.cardButton('Work', 'Show API key').click();
    await expect(key).toBeVisible();
  };

  await test.step('by its alarm, where no page asks for anything', async () => {
    await showKey();
    const alarmInMinutes = ((await readAlarmMs(latchkey, 'lock')) ?? 0) / 60_000 - Date.now() / 60_000;
    expect(alarmInMinutes).toBeGreaterThan(58);
    expect(alarmInMinutes).toBeLessThanOrEqual(60);
    await expireSession(latchkey);
    await ringAlarm(latchkey, 'lock');
    await expect(options.button('Unlock')).toBeVisible();
    await expect(key).toHaveCount(0);
    expect(await readSessionStorage(latchkey)).not.toHaveProperty(['session.key']);
  });

  await test.step('at the next access, where the alarm never came', async () => {
    await options.unlock(MASTER_PASSWORD);
    await showKey();
    await expireSession(latchkey);
    const other = await OptionsPage.open(latchkey);
    await expect(other.button('Unlock')).toBeVisible();
    await expect(options.button('Unlock')).toBeVisible();
    expect(await readSessionStorage(latchkey)).not.toHaveProperty(['session.key']);
  });
});
