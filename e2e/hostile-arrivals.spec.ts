import type { Page } from 'playwright';
import { test as base, expect } from 'playwright/test';
import type { HostileBrowser } from './harness/hostile-browser';
import { openHostileBrowser } from './harness/hostile-browser';
import { LOGIN_URL } from './harness/launch';
import { readSessionStorage } from './harness/read-state';
import { EMAIL_FIELD, KEEP_SUBMIT, KEY_FIELD, writeSignIn } from './harness/sign-in-markup';
import { waitUntil } from './harness/wait';

// Documents that are there before they are shown, or come back after they were left.
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

/** Opens a page that has another one made ready, and waits until that is. */
async function openWithPrerendered(hostile: HostileBrowser): Promise<Page> {
  const script = `${KEEP_SUBMIT} globalThis.wasPrerendered = document.prerendering;`;
  const rules = JSON.stringify({ prerender: [{ source: 'list', urls: [OTHER_URL], eagerness: 'immediate' }] });
  const page = await hostile.serve({
    body: `${writeSignIn(WAITING, script)}<script type="speculationrules">${rules}</script>`,
  });
  const session = await hostile.latchkey.context.newCDPSession(page);
  const states: string[] = [];
  session.on('Preload.prerenderStatusUpdated', ({ status }) => states.push(status));
  await session.send('Preload.enable');
  await page.goto(LOGIN_URL);
  await waitUntil('the other page to be ready', async () => states.includes('Ready'));
  return page;
}

test('a page that is made ready before it is shown has no part in a sign-in', { tag: '@long' }, async ({ hostile }) => {
  const page = await openWithPrerendered(hostile);
  await hostile.begin(page);
  await expect(page.locator('#email')).toHaveValue(hostile.site.account.email);
  await page.evaluate(url => location.assign(url), OTHER_URL);
  await page.waitForURL(OTHER_URL);
  expect(await page.evaluate('globalThis.wasPrerendered')).toBe(true);
  expect(await endOfRun(hostile)).toBe('page-changed');
  expect(await readEmail(page)).toBe('');
});

test('a page that was made ready is as good as any other once it is shown', { tag: '@long' }, async ({ hostile }) => {
  const page = await openWithPrerendered(hostile);
  await page.evaluate(url => location.assign(url), OTHER_URL);
  await page.waitForURL(OTHER_URL);
  await hostile.begin(page);
  await expect(page.locator('#email')).toHaveValue(hostile.site.account.email);
});

test('a page that comes back from the cache has no part in a sign-in, and ends that of the page after it', {
  tag: '@long',
}, async ({ hostile }) => {
  const script = `${KEEP_SUBMIT} addEventListener('pageshow', ({ persisted }) => { globalThis.isBack = persisted });`;
  const page = await hostile.open(writeSignIn(WAITING, script));
  await page.goto(OTHER_URL);
  await hostile.begin(page);
  await expect(page.locator('#email')).toHaveValue(hostile.site.account.email);
  await page.evaluate(() => history.back());
  await page.waitForURL(LOGIN_URL);
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
  await page.goBack();
  await page.waitForFunction('globalThis.isBack');
  expect(await endOfRun(hostile)).toBe('page-changed');
  expect(await page.locator('#key').inputValue()).toBe('');
});
