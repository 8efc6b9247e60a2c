// Each test has a clipboard of its own: a headless browser shares none.
import { rm } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { makeProfileThatAllows } from './harness/grant-permission';
import type { Latchkey } from './harness/launch';
import { launchLatchkey, SITE_ORIGIN } from './harness/launch';
import { watchOffscreenDocument } from './harness/offscreen-document';
import { readAlarmMs, readSessionStorage } from './harness/read-state';
import { killWorker } from './harness/worker-life';
import { openLoginPage } from './pages/login-page';
import type { OptionsPage } from './pages/options-page';
import { Popup } from './pages/popup';

const CLEARS = 'API key copied. Cleared from the clipboard in 30 seconds.';
const STAYS = 'API key copied. Not cleared automatically: allow it under Settings, or copy something else over it.';
const HALF_A_MINUTE_MS = 30_000;

const testThatMayAllow = test.extend<{ readonly profile: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  profile: async ({}, use) => {
    const profile = await makeProfileThatAllows('clipboardRead');
    await use(profile);
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  },
  latchkey: async ({ site, profile }, use) => {
    const latchkey = await launchLatchkey({ site, headless: true, profile });
    await use(latchkey);
    await latchkey.close();
  },
});

/** Presses the button for it, as a person does. */
async function allowClearing(options: OptionsPage): Promise<void> {
  await options.openSettings();
  await options.button('Allow clearing').click();
  await expect(options.page.getByText('A copied API key is cleared after 30 seconds.')).toBeVisible();
  await expect(options.button('Allow clearing')).toHaveCount(0);
}

/** A page of the site that may use the clipboard, as an editor or a chat may. Nothing is allowed to any other origin. */
async function openOtherProgram(latchkey: Latchkey): Promise<Page> {
  await latchkey.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: SITE_ORIGIN });
  return openLoginPage(latchkey);
}

async function readClipboard(page: Page): Promise<string> {
  await page.bringToFront();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Copies from the popup over a page, and closes it. */
async function copyInPopup(latchkey: Latchkey, page: Page, button: string, said: string): Promise<void> {
  const popup = await Popup.open(latchkey, page);
  await popup.click('button', button);
  await popup.expectText(said);
  await popup.close();
  await popup.waitForClose();
}

/** Moves the browser's own alarm to now, and waits until what it starts is done. */
async function letHalfAMinutePass(latchkey: Latchkey, { page }: OptionsPage): Promise<void> {
  const untilDone = await watchOffscreenDocument(latchkey);
  await page.evaluate(() => chrome.alarms.create('clear-clipboard', { when: Date.now() }));
  await untilDone();
}

testThatMayAllow(
  'a copied key leaves the clipboard, also with the popup closed, the worker killed and the vault locked',
  async ({ latchkey, options, site }) => {
    await allowClearing(options);
    const other = await openOtherProgram(latchkey);

    await test.step('half a minute after it was copied', async () => {
      const beforeMs = Date.now();
      await copyInPopup(latchkey, other, 'Copy API key', CLEARS);
      const clearsAtMs = (await readAlarmMs(latchkey, 'clear-clipboard')) ?? 0;
      expect(clearsAtMs).toBeGreaterThanOrEqual(beforeMs + HALF_A_MINUTE_MS);
      expect(clearsAtMs).toBeLessThanOrEqual(Date.now() + HALF_A_MINUTE_MS);
      expect(await readClipboard(other)).toBe(site.account.key);
      await killWorker(latchkey, other);
      await letHalfAMinutePass(latchkey, options);
      expect(await readClipboard(other)).toBe('');
    });

    await test.step('after a lock as well', async () => {
      await copyInPopup(latchkey, other, 'Copy API key', CLEARS);
      await options.lock();
      expect(await readClipboard(other)).toBe(site.account.key);
      await killWorker(latchkey, other);
      await letHalfAMinutePass(latchkey, options);
      expect(await readClipboard(other)).toBe('');
      expect(await readSessionStorage(latchkey)).not.toHaveProperty('copied');
    });
  },
);

testThatMayAllow(
  'what is not the copied key stays in the clipboard',
  { tag: '@long' },
  async ({ latchkey, options }) => {
    await allowClearing(options);
    const other = await openOtherProgram(latchkey);

    await test.step('a code, which arms nothing', async () => {
      await copyInPopup(latchkey, other, 'Copy code', 'Code copied.');
      expect(await readAlarmMs(latchkey, 'clear-clipboard')).toBeUndefined();
      expect(await readSessionStorage(latchkey)).not.toHaveProperty('copied');
      expect(await readClipboard(other)).toMatch(/^\d{6}$/);
    });

    await test.step('a code that was copied after a key', async () => {
      await copyInPopup(latchkey, other, 'Copy API key', CLEARS);
      await copyInPopup(latchkey, other, 'Copy code', 'Code copied.');
      await letHalfAMinutePass(latchkey, options);
      expect(await readClipboard(other)).toMatch(/^\d{6}$/);
    });

    await test.step('what somebody else copied after a key', async () => {
      await copyInPopup(latchkey, other, 'Copy API key', CLEARS);
      await other.bringToFront();
      await other.evaluate(() => navigator.clipboard.writeText('a recipe for soup'));
      await letHalfAMinutePass(latchkey, options);
      expect(await readClipboard(other)).toBe('a recipe for soup');
    });
  },
);

test('where clearing was not allowed Latchkey says so, and clears nothing', { tag: '@long' }, async ({
  latchkey,
  options,
  site,
}) => {
  const other = await openOtherProgram(latchkey);
  await copyInPopup(latchkey, other, 'Copy API key', STAYS);
  await options.openSettings();
  await expect(options.page.getByText('A copied API key can be cleared')).toBeVisible();
  await expect(options.button('Allow clearing')).toBeVisible();
  expect(await readAlarmMs(latchkey, 'clear-clipboard')).toBeUndefined();
  expect(await readSessionStorage(latchkey)).not.toHaveProperty('copied');
  expect(await readClipboard(other)).toBe(site.account.key);
});
