// Layouts that nobody has shown us: one browser for all, a new tab for each. What is expected stands in site/gallery.
// With LATCHKEY_SNAPSHOTS=write, what is seen of each layout is stored for site/gallery/gallery.test.ts; `npm run fix` then
// brings the file into form.
import type { Page } from 'playwright';
import { test as base, expect } from 'playwright/test';
import type { Latchkey } from './harness/launch';
import { DASHBOARD_URL, LOGIN_URL, launchLatchkey } from './harness/launch';
import { pressCommand } from './harness/raise-event';
import { waitForOutcome, waitUntilAtRest } from './harness/read-state';
import { waitUntil } from './harness/wait';
import { readAddedNodes, watchNodes } from './harness/watch-nodes';
import { forgetReports, readReports, watchReports } from './harness/watch-reports';
import { forgetSignIns } from './harness/write-state';
import { OptionsPage } from './pages/options-page';
import type { GalleryName } from './site/gallery/gallery';
import { findInGallery, galleryNames } from './site/gallery/gallery';
import { replayPlan } from './site/gallery/replay-plan';
import { writeSnapshots } from './site/gallery/stored-snapshots';
import type { Site } from './site/start-site';
import { startSite } from './site/start-site';

type Gallery = { readonly latchkey: Latchkey; readonly site: Site };

const test = base.extend<{ readonly page: Page }, { readonly gallery: Gallery }>({
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const site = await startSite();
      const latchkey = await launchLatchkey({ site, headless: true });
      await OptionsPage.openWithWork(latchkey, site);
      await watchReports(latchkey);
      await use({ latchkey, site });
      await latchkey.close();
      await site.close();
    },
    { scope: 'worker' },
  ],
  /** A tab like the first one ever: nobody has signed in before. */
  page: async ({ gallery: { latchkey, site } }, use) => {
    await latchkey.context.clearCookies();
    await forgetSignIns(latchkey);
    await forgetReports(latchkey);
    site.startOver();
    const page = await latchkey.context.newPage();
    await watchNodes(page);
    await use(page);
    await page.close();
    await waitUntilAtRest(latchkey);
  },
});

/** One of each kind; the others run in `npm run test:long`. */
const IN_SHORT: readonly GalleryName[] = [
  'dutch',
  'labelled-by',
  'two-forms',
  'details',
  'six-boxes-paste',
  'disabled-continue',
  'design-system',
  'react-one-page',
  'vue-steps',
];

const tagOf = (name: GalleryName) => (IN_SHORT.includes(name) ? [] : '@long');

async function begin({ latchkey, site }: Gallery, page: Page, name: GalleryName): Promise<void> {
  site.layout = name;
  await page.goto(LOGIN_URL);
  await pressCommand(latchkey, page, 'sign-in');
}

async function storeIfAsked(latchkey: Latchkey, name: GalleryName): Promise<void> {
  if (process.env.LATCHKEY_SNAPSHOTS === 'write') writeSnapshots(name, await readReports(latchkey));
}

async function expectSignedInOnce({ latchkey, site }: Gallery, page: Page, name?: GalleryName): Promise<void> {
  const { outcome, details } = await waitForOutcome(latchkey);
  if (name !== undefined) await storeIfAsked(latchkey, name);
  // A command that no hand pressed does not let Latchkey see where a form post has led the tab.
  expect(['signed-in', 'unconfirmed'], `${outcome} ${details}`).toContain(outcome);
  await page.waitForURL(DASHBOARD_URL);
  const { email, key } = site.account;
  expect(site.isSignedIn(email)).toBe(true);
  expect(site.finalVerifications).toBe(1);
  expect(site.findValue(key)).toHaveLength(1);
  expect([...site.findValue(email), ...site.findValue(key)].filter(place => place.endsWith('address'))).toEqual([]);
  expect(await readAddedNodes(page)).toEqual([]);
}

async function expectNothingDone({ latchkey, site }: Gallery, page: Page, name: GalleryName): Promise<void> {
  await storeIfAsked(latchkey, name);
  const values = await page
    .locator('input')
    .evaluateAll(fields => fields.map(field => (field as HTMLInputElement).value));
  expect(values.filter(value => value === site.account.email || value === site.account.key)).toEqual([]);
  expect(site.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  expect(await readAddedNodes(page)).toEqual([]);
}

async function expectLooks(latchkey: Latchkey, count: number): Promise<void> {
  await waitUntil('the page to be looked at', async () => (await readReports(latchkey)).length >= count);
}

for (const name of galleryNames) {
  const { expected } = findInGallery(name);
  if ('acts' in expected) {
    test(`${name}: signs in with one gesture, submits once and adds nothing to the page`, { tag: tagOf(name) }, async ({
      gallery,
      page,
    }) => {
      await begin(gallery, page, name);
      await expectSignedInOnce(gallery, page, name);
      expect(replayPlan(await readReports(gallery.latchkey))).toEqual({ acts: expected.acts, refusal: null });
    });
  } else if (expected.refusal === 'left-alone') {
    test(`${name}: is left alone, however long the run waits`, { tag: tagOf(name) }, async ({ gallery, page }) => {
      await begin(gallery, page, name);
      await expectLooks(gallery.latchkey, 4);
      await expectNothingDone(gallery, page, name);
      expect(replayPlan(await readReports(gallery.latchkey))).toEqual({ acts: [], refusal: null });
    });
  } else {
    const { refusal: outcome, named: details } = expected;
    test(`${name}: is refused as ${outcome}, and nothing is filled`, { tag: tagOf(name) }, async ({
      gallery,
      page,
    }) => {
      await begin(gallery, page, name);
      expect(await waitForOutcome(gallery.latchkey)).toMatchObject({ outcome, ...(details && { details }) });
      await expectNothingDone(gallery, page, name);
    });
  }
}

test('a sign-in goes on by itself once the dialog over the page is answered', { tag: '@long' }, async ({
  gallery,
  page,
}) => {
  await begin(gallery, page, 'cookie-dialog');
  await expectLooks(gallery.latchkey, 2);
  await page.getByRole('button', { name: 'Accept' }).click();
  await expectSignedInOnce(gallery, page);
});

test('the watch on a page tells what others add from what its own scripts add', { tag: '@long' }, async ({
  gallery: { latchkey, site },
  page,
}) => {
  site.layout = 're-rendered';
  await page.goto(LOGIN_URL);
  await page.evaluate(() => document.body.append(document.createElement('hr')));
  await page.locator('#email').fill('somebody');
  expect(await readAddedNodes(page)).toEqual([]);
  const devTools = await latchkey.context.newCDPSession(page);
  const { frameTree } = await devTools.send('Page.getFrameTree');
  const world = await devTools.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  await devTools.send('Runtime.evaluate', {
    contextId: world.executionContextId,
    expression: 'document.body.append(document.createElement("aside"))',
  });
  expect(await readAddedNodes(page)).toEqual(['ASIDE']);
});
