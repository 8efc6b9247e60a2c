// Taking an authenticator, its backup codes and a key from the site's own pages by presses in Firefox's real popup.
import { expect } from 'playwright/test';
import type { Page } from 'puppeteer-core';
import { SITE_ORIGIN } from '../harness/launch';
import { waitUntil } from '../harness/wait';
import type { FirefoxLatchkey } from './firefox-latchkey';
import { openTab, readAddedNodes } from './firefox-latchkey';
import { test } from './fixtures';
import { PopupPanel } from './popup-panel';

async function pressInPopup(firefox: FirefoxLatchkey, page: Page, button: string, said: string): Promise<PopupPanel> {
  const popup = await PopupPanel.open(firefox, page);
  await popup.click(button);
  await popup.expectText(said);
  return popup;
}

const textOf = (page: Page, selector: string) => page.$eval(selector, element => element.textContent ?? '');

test('an authenticator, its backup codes and a new key are taken from the pages that show them', async ({
  firefox,
}) => {
  const { site } = firefox;
  const page = await openTab(firefox, `${SITE_ORIGIN}${site.operator.issueSetup(site.account.email)}`);
  await page.locator('#start-btn').click();
  await page.waitForSelector('#qr-code img');
  const secret = await textOf(page, '#secret-display');

  const popup = await pressInPopup(firefox, page, 'Read the authenticator', 'Fingerprint');
  await popup.expectText('6 digits, every 30 s, SHA256');
  expect(await popup.text()).not.toContain(secret);
  await popup.click('Save the authenticator');
  await popup.expectText('Saved to Work.');
  await popup.click('Fill the code');
  await popup.expectText('The code is filled in.');
  const code = await page.$eval('#verify-code', field => (field as HTMLInputElement).value);
  expect([-1, 0].map(offset => site.codeFor(secret, offset))).toContain(code);
  await popup.close();

  await page.locator('#verify-btn').click();
  await page.waitForSelector('.backup-code');
  const saved = await pressInPopup(firefox, page, 'Save the backup codes', 'All 10 backup codes are saved to Work.');
  await saved.close();

  await page.goto(`${SITE_ORIGIN}/dashboard/keys`);
  await page.locator('::-p-aria([name="Generate new key"][role="button"])').click();
  await page.waitForSelector('#new-api-key');
  const key = await textOf(page, '#new-api-key');
  const offer = await pressInPopup(firefox, page, 'Read the API key', 'Fingerprint');
  expect(await offer.text()).toContain(`${key.slice(0, 8)}…${key.slice(-4)}`);
  expect(await offer.text()).not.toContain(key);
  await offer.click('Save the key');
  await offer.expectText('Saved to Work beside its present key');
  await offer.close();

  site.startOver();
  await page.goto(`${SITE_ORIGIN}/auth/backup`);
  const filled = await pressInPopup(firefox, page, 'Fill a backup code', '9 are left.');
  await filled.close();
  await page.locator('#submit-btn').click();
  await waitUntil('the dashboard', async () => page.url() === `${SITE_ORIGIN}/dashboard`);
  expect(site.isSignedIn(site.account.email)).toBe(true);
  expect(await readAddedNodes(page)).toEqual([]);
});

test('of the web Firefox gives it the origin of the login page and nothing else', async ({ firefox }) => {
  const { origins } = await firefox.options.page.evaluate(() => chrome.permissions.getAll());
  expect(origins).toEqual([`${SITE_ORIGIN}/*`]);
});
