// The layouts that nobody has shown us, in Firefox: the same table as in e2e/gallery.spec.ts, and the same way of reading
// back what was decided. One browser for all, a new tab for each.
import { test as base, expect } from 'playwright/test';
import type { Page } from 'puppeteer-core';
import { DASHBOARD_URL, LOGIN_URL } from '../harness/launch';
import { waitForOutcome, waitUntilAtRest } from '../harness/read-state';
import { waitUntil } from '../harness/wait';
import { forgetReports, readReports, watchReports } from '../harness/watch-reports';
import { forgetSignIns } from '../harness/write-state';
import type { GalleryName } from '../site/gallery/gallery';
import { findInGallery, galleryNames } from '../site/gallery/gallery';
import { replayPlan } from '../site/gallery/replay-plan';
import type { FirefoxLatchkey } from './firefox-latchkey';
import { openTab, readAddedNodes, startFirefoxLatchkey } from './firefox-latchkey';
import { pressShortcut } from './firefox-window';

/** How often a page is looked at before it counts as left alone. */
const LOOKS = 4;

type Begin = (name: GalleryName) => Promise<Page>;

const test = base.extend<{ readonly begin: Begin }, { readonly firefox: FirefoxLatchkey }>({
  firefox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const firefox = await startFirefoxLatchkey();
      await watchReports(firefox);
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker' },
  ],
  /** Opens a layout as if nobody had signed in before, and presses the shortcut over it. */
  begin: async ({ firefox }, use) => {
    const tabs: Page[] = [];
    await forgetSignIns(firefox);
    await forgetReports(firefox);
    firefox.site.startOver();
    await use(async name => {
      firefox.site.layout = name;
      const page = await openTab(firefox, LOGIN_URL);
      tabs.push(page);
      await pressShortcut(firefox.browser);
      return page;
    });
    for (const page of tabs) await page.close();
    await waitUntilAtRest(firefox);
  },
});

async function expectSignedInOnce(firefox: FirefoxLatchkey, page: Page): Promise<void> {
  const { outcome, details } = await waitForOutcome(firefox);
  expect(outcome, details.join()).toBe('signed-in');
  await waitUntil('the dashboard', async () => page.url() === DASHBOARD_URL);
  const { site } = firefox;
  const places = [site.account.email, site.account.key].flatMap(value => site.findValue(value));
  expect(places.filter(place => place.endsWith('address'))).toEqual([]);
  expect({
    isSignedIn: site.isSignedIn(site.account.email),
    verifications: site.finalVerifications,
    keysSent: site.findValue(site.account.key).length,
    nodes: await readAddedNodes(page),
  }).toEqual({ isSignedIn: true, verifications: 1, keysSent: 1, nodes: [] });
}

async function expectNothingDone({ site }: FirefoxLatchkey, page: Page): Promise<void> {
  const values = await page.$$eval('input', fields => fields.map(({ value }) => value));
  expect(values.filter(value => value === site.account.email || value === site.account.key)).toEqual([]);
  expect(site.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  expect(await readAddedNodes(page)).toEqual([]);
}

for (const name of galleryNames) {
  const { expected } = findInGallery(name);
  if ('acts' in expected) {
    test(`${name}: signs in with one gesture, submits once and adds nothing to the page`, async ({
      firefox,
      begin,
    }) => {
      const page = await begin(name);
      await expectSignedInOnce(firefox, page);
      expect(replayPlan(await readReports(firefox))).toEqual({ acts: expected.acts, refusal: null });
    });
  } else if (expected.refusal === 'left-alone') {
    test(`${name}: is left alone, however long the run waits`, async ({ firefox, begin }) => {
      const page = await begin(name);
      await waitUntil('the page to be looked at', async () => (await readReports(firefox)).length >= LOOKS);
      await expectNothingDone(firefox, page);
      expect(replayPlan(await readReports(firefox))).toEqual({ acts: [], refusal: null });
    });
  } else {
    test(`${name}: is refused as ${expected.refusal}, and nothing is filled`, async ({ firefox, begin }) => {
      const page = await begin(name);
      const { refusal: outcome, named: details } = expected;
      expect(await waitForOutcome(firefox)).toMatchObject({ outcome, ...(details && { details }) });
      await expectNothingDone(firefox, page);
    });
  }
}
