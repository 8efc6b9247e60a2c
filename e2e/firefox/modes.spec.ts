// Several accounts, and how far a sign-in goes, in Firefox.
import { expect } from 'playwright/test';
import type { Page } from 'puppeteer-core';
import { DASHBOARD_URL, LOGIN_URL, SITE_ORIGIN } from '../harness/launch';
import { MASTER_PASSWORD } from '../harness/master-password';
import { readSessionStorage, waitUntilAtRest } from '../harness/read-state';
import { waitUntil } from '../harness/wait';
import type { AddonPage } from './addon-page';
import { openTab, readAddedNodes } from './firefox-latchkey';
import { pressKeyInPopup } from './firefox-window';
import { test } from './fixtures';
import { addAccount } from './make-vault';
import { PopupPanel } from './popup-panel';

async function waitForAddress(page: Page, address: string): Promise<void> {
  await waitUntil(address, async () => page.url() === address);
}

async function pressOnPage(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
}

/** Waits until a field holds what it is meant to. */
async function expectValue(page: Page, name: string, expected: RegExp): Promise<void> {
  await waitUntil(`${expected} in ${name}`, async () => {
    const reading = page.evaluate(named => document.querySelector<HTMLInputElement>(`[name="${named}"]`)?.value, name);
    // The document may be just going.
    return expected.test((await reading.catch(() => undefined)) ?? '');
  });
}

async function turnOnAutomatic(options: AddonPage): Promise<void> {
  await options.page.bringToFront();
  await options.press('Settings', 'link');
  await options.press('Automatic', 'radio');
  await options.press('Next');
  await options.type('Master password', MASTER_PASSWORD);
  await options.press('Turn on automatic sign-in');
  await options.expectText('Way of signing in saved.');
}

test('a run that only fills leaves every button to the person, from page to page', async ({ firefox }) => {
  const { site } = firefox;
  site.layout = 'documented-pages';
  const page = await openTab(firefox, LOGIN_URL);
  const popup = await PopupPanel.open(firefox, page);
  await popup.click('Fill, and let me press');
  await expectValue(page, 'email', new RegExp(`^${site.account.email}$`));
  await popup.close();
  await pressOnPage(page, 'Continue');
  await expectValue(page, 'api_key', new RegExp(`^${site.account.key}$`));
  await pressOnPage(page, 'Continue');
  await expectValue(page, 'totp', /^\d{6}$/);
  await waitUntilAtRest(firefox);
  expect(site.finalVerifications).toBe(0);
  const again = await PopupPanel.open(firefox, page);
  await again.expectText('Filled 3 of 3.');
  await again.close();
  await pressOnPage(page, 'Sign in');
  await waitForAddress(page, DASHBOARD_URL);
  expect(site.finalVerifications).toBe(1);
  expect(await readAddedNodes(page)).toEqual([]);
});

test('the keyboard alone chooses another account in the popup, which goes through every step to where it was to lead', async ({
  firefox,
}) => {
  const { site, browser, options } = firefox;
  const client = site.addAccount({ email: 'client@example.org' });
  await addAccount(options, { label: 'Client', ...client });
  const page = await openTab(firefox, `${LOGIN_URL}?next=/dashboard/keys`);
  const popup = await PopupPanel.open(firefox, page);
  await popup.expectFocusOn('Sign in');
  await pressKeyInPopup(browser, 'ArrowDown');
  await pressKeyInPopup(browser, 'Enter');
  await waitForAddress(page, `${DASHBOARD_URL}/keys`);
  expect(site.isSignedIn(client.email)).toBe(true);
  expect(site.isSignedIn(site.account.email)).toBe(false);
  expect(site.findValue(site.account.key)).toEqual([]);
});

test('a person may take back what Firefox gave at installation: a press in the popup signs in all the same', async ({
  firefox,
}) => {
  const { site, options } = firefox;
  site.layout = 'today';
  const origins = [`${SITE_ORIGIN}/*`];
  expect(await options.page.evaluate(given => chrome.permissions.remove({ origins: given }), origins)).toBe(true);
  const page = await openTab(firefox, LOGIN_URL);
  const popup = await PopupPanel.open(firefox, page);
  await popup.click('Sign in');
  await waitForAddress(page, DASHBOARD_URL);
  expect(site.finalVerifications).toBe(1);
  expect(await readAddedNodes(page)).toEqual([]);
});

test('Escape closes the popup before its page hears of it; opened again it cancels the sign-in that went on', async ({
  firefox,
}) => {
  const { site, browser } = firefox;
  site.force({ slowMs: 20_000 });
  const page = await openTab(firefox, LOGIN_URL);
  const popup = await PopupPanel.open(firefox, page);
  await popup.click('Sign in');
  await popup.expectText('Cancel sign-in');
  await pressKeyInPopup(browser, 'Escape');
  await popup.waitForClose();
  expect(await readSessionStorage(firefox)).toHaveProperty('run');
  const again = await PopupPanel.open(firefox, page);
  await again.click('Cancel sign-in');
  await again.expectText('The sign-in was cancelled.');
  expect(await readSessionStorage(firefox)).not.toHaveProperty('run');
  expect(page.url()).toBe(LOGIN_URL);
});

test('where the person chose it the login page signs in by itself, and stays as it is after they have signed out', async ({
  firefox,
}) => {
  const { site, options } = firefox;
  await turnOnAutomatic(options);
  const page = await openTab(firefox, LOGIN_URL);
  await waitForAddress(page, DASHBOARD_URL);
  expect(site.isSignedIn(site.account.email)).toBe(true);
  await waitUntilAtRest(firefox);
  await page.locator('::-p-aria([name="Sign out"][role="link"])').click();
  await waitForAddress(page, LOGIN_URL);
  // Whether one starts is decided in less time than the page takes to be looked at.
  await page.waitForSelector('input');
  await waitUntilAtRest(firefox);
  expect(site.finalVerifications).toBe(1);
  expect(await readAddedNodes(page)).toEqual([]);
});
