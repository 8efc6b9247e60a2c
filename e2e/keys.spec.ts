// The inventory of keys on the full page: what is done with a key, and that it is done in the vault.
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { daysAgo } from './harness/days-ago';
import { SITE_ORIGIN } from './harness/launch';
import { readAlarmMs, readToolbar } from './harness/read-state';
import { sendMessage } from './harness/send-message';
import { openLoginPage } from './pages/login-page';
import type { OptionsPage } from './pages/options-page';

const SECOND_KEY = `pgp_${'c4'.repeat(32)}`;

const said = ({ page }: OptionsPage, sentence: string) => page.getByRole('status').filter({ hasText: sentence });
const heading = ({ page }: OptionsPage, name: string) => page.getByRole('heading', { name, exact: true });

/** Adds a key to the account Work as a person does, and comes out on the key's own page. */
async function addKey(options: OptionsPage, key: string, createdOn: string): Promise<void> {
  await options.cardButton('Work', 'Keys').click();
  await options.field('API key').fill(key);
  await options.field('Key created on').fill(createdOn);
  await options.button('Add key').click();
  await said(options, 'Key added.').waitFor();
  await heading(options, 'About this key').waitFor();
}

async function openInventory({ page }: OptionsPage): Promise<void> {
  await page.getByRole('link', { name: 'Keys', exact: true }).click();
}

test('a second key is added, described, put to use and found again', async ({ options }) => {
  const { page } = options;
  await addKey(options, SECOND_KEY, daysAgo(100));
  await options.field('Label').fill('Build server');
  await options.field('Purpose').selectOption('For an integration');
  await options.button('Save key').click();
  await said(options, 'Key saved.').waitFor();
  await heading(options, 'Build server').waitFor();

  await options.button('Add a place').click();
  await options.field('Name').fill('Nightly export');
  await options.field('Where the key lives').fill('/etc/export.env');
  await options.button('Save place').click();
  await heading(options, 'Nightly export').waitFor();

  await options.button('Put off for 3 days').click();
  await expect(page.getByText('It can be put off 2 times.', { exact: true })).toBeVisible();

  await openInventory(options);
  await expect(page.getByText('2 of 2 keys')).toBeVisible();
  await options.field('Search keys').fill('export.env');
  await expect(page.getByText('1 of 2 keys')).toBeVisible();
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Build server']);
});

/** What a page of the site finds in the clipboard. */
async function readClipboard(page: Page): Promise<string> {
  await page.bringToFront();
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a key is copied as each of its forms, and its history tells', { tag: '@long' }, async ({
  latchkey,
  options,
  site,
}) => {
  await latchkey.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: SITE_ORIGIN });
  const other = await openLoginPage(latchkey);
  await options.page.bringToFront();
  await openInventory(options);
  await options.page.getByRole('region', { name: 'One by one' }).getByRole('link').first().click();
  const { key } = site.account;
  for (const [button, text] of [
    ['Authorization: Bearer …', `Authorization: Bearer ${key}`],
    ['X-Api-Key: …', `X-Api-Key: ${key}`],
    ['curl line', `curl -H 'X-Api-Key: ${key}' https://relay.paramant.app/v2/check-key`],
    ['.env line', `PARAMANT_API_KEY=${key}`],
    ['API key', key],
  ] as const) {
    await options.page.bringToFront();
    await options.button(button).click();
    await said(options, 'API key copied.').waitFor();
    await expect.poll(() => readClipboard(other)).toBe(text);
  }
  await options.page.bringToFront();
  await expect(options.page.getByRole('listitem').filter({ hasText: /^Copied/ })).toHaveCount(5);
  // Nobody has allowed to look at the clipboard.
  expect(await readAlarmMs(latchkey, 'clear-clipboard')).toBeUndefined();
});

test('an exposed key is on the badge at once, until that is taken back', { tag: '@long' }, async ({
  latchkey,
  options,
}) => {
  await addKey(options, SECOND_KEY, daysAgo(1));
  await options.button('Mark as exposed').click();
  await expect(options.page.getByRole('link', { name: 'Rotate now', exact: true })).toBeVisible();
  await expect.poll(() => readToolbar(latchkey)).toMatchObject({ badge: '1' });
  await expect(options.button('Put off for 1 day')).toHaveCount(0);
  await options.button('It is not exposed').click();
  await expect.poll(() => readToolbar(latchkey)).toMatchObject({ badge: '' });
});

test('a key is removed only once it is revoked, and after a question', { tag: '@long' }, async ({ options }) => {
  await addKey(options, SECOND_KEY, daysAgo(1));
  await expect(options.button('Remove from Latchkey')).toHaveCount(0);
  await options.button('I revoked it on the site').click();
  await options.button('Remove from Latchkey').click();
  await options.button('Keep it').click();
  await expect(options.page.getByRole('dialog')).toHaveCount(0);
  await options.button('Remove from Latchkey').click();
  await options.button('Remove key').click();
  await said(options, 'Key removed.').waitFor();
  await expect(options.page.getByText('1 of 1 key', { exact: true })).toBeVisible();
  expect((await sendMessage(options, 'keys.list', {}))[0]?.keys).toHaveLength(1);
});

test('two windows that change one key lose nothing', { tag: '@long' }, async ({ latchkey, options }) => {
  await addKey(options, SECOND_KEY, daysAgo(1));
  const address = options.page.url();
  await options.field('Label').fill('Mine');
  const second = await latchkey.context.newPage();
  await second.goto(address);
  await second.getByLabel('Label', { exact: true }).fill('Theirs');
  await second.getByRole('button', { name: 'Save key', exact: true }).click();
  await second.getByRole('status').filter({ hasText: 'Key saved.' }).waitFor();
  await options.page.bringToFront();
  await heading(options, 'Theirs').waitFor();
  await options.button('Save key').click();
  await options.alert('This was changed in another window meanwhile.').waitFor();
  await expect(options.page.getByText('The other window saved “Theirs”.')).toBeVisible();
  await expect(options.field('Label')).toHaveValue('Mine');
  await options.button('Save key').click();
  await heading(options, 'Mine').waitFor();
});

test('an account’s interval counts for its keys that have none of their own', { tag: '@long' }, async ({ options }) => {
  await addKey(options, SECOND_KEY, daysAgo(40));
  await options.page.getByRole('link', { name: 'Work', exact: true }).click();
  await options.field('Every so many days').check();
  await options.field('Days').fill('30');
  await options.button('Save interval').click();
  await said(options, 'Interval saved.').waitFor();
  await expect(options.page.getByText('40 days old, overdue by 10 days').first()).toBeVisible();
});
