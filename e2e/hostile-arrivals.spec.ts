import type { Page } from 'playwright';
import { test as base, expect } from 'playwright/test';
import type { HostileBrowser } from './harness/hostile-browser';
import { openHostileBrowser } from './harness/hostile-browser';
import { LOGIN_URL } from './harness/launch';
import { readSessionStorage } from './harness/read-state';
import { EMAIL_FIELD, KEEP_SUBMIT, KEY_FIELD, writeSignIn } from './harness/sign-in-markup';
import { waitUntil } from './harness/wait';

// Documents that come back after they were left. Those that are made ready before they are shown cannot be had here: the
// browser makes none while it is driven from outside (caller.test.ts says what becomes of their messages).
const test = base.extend<{ readonly hostile: HostileBrowser }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  hostile: async ({}, use) => {
    const hostile = await openHostileBrowser({ keepsLeftPages: true });
    await use(hostile);
    await hostile.close();
  },
});

const OTHER_URL = `${LOGIN_URL}/other`;
/** A run waits on these: its next field cannot be used yet. */
const WAITING = EMAIL_FIELD + KEY_FIELD.replace('<input', '<input disabled');

const readEmail = (page: Page) => page.locator('#email').inputValue();

async function endOfRun({ latchkey }: HostileBrowser): Promise<string> {
  const ended = await waitUntil('the sign-in to be over', async () => {
    const { run, lastRun } = await readSessionStorage(latchkey);
    return run === undefined && (lastRun as { readonly outcome: string } | undefined);
  });
  return ended.outcome;
}

test('a page that comes back from the cache has no part in a sign-in, and ends that of the page after it', {
  tag: '@long',
}, async ({ hostile }) => {
  const script = `${KEEP_SUBMIT} addEventListener('pageshow', ({ persisted }) => { globalThis.isBack = persisted });`;
  const page = await hostile.open(writeSignIn(WAITING, script));
  await page.goto(OTHER_URL);
  await hostile.begin(page);
  await expect(page.locator('#email')).toHaveValue(hostile.site.account.email);
  await page.evaluate(() => history.back());
  await page.waitForURL(LOGIN_URL, { waitUntil: 'commit' });
  await page.waitForFunction('globalThis.isBack');
  expect(await endOfRun(hostile)).toBe('cancelled');
  expect(await readEmail(page)).toBe('');
  await hostile.begin(page);
  await expect(page.locator('#email')).toHaveValue(hostile.site.account.email);
});

test('a page that is left in the middle of a sign-in does not go on when it comes back', { tag: '@long' }, async ({
  hostile,
}) => {
  const enable = `${KEEP_SUBMIT} addEventListener('pageshow', ({ persisted }) => {
    globalThis.isBack = persisted; if (persisted) $('key').disabled = false });`;
  const page = await hostile.open(writeSignIn(WAITING, enable));
  await hostile.begin(page);
  await expect(page.locator('#email')).toHaveValue(hostile.site.account.email);
  await page.goto(OTHER_URL);
  await page.goBack({ waitUntil: 'commit' });
  await page.waitForFunction('globalThis.isBack');
  expect(await endOfRun(hostile)).toBe('page-changed');
  expect(await page.locator('#key').inputValue()).toBe('');
});
