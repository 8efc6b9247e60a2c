// What has to hold on every layout of the site's sign-in pages.
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { DASHBOARD_URL, LOGIN_URL } from './harness/launch';
import { pressCommand } from './harness/raise-event';
import { waitUntilAtRest } from './harness/read-state';
import { readAddedNodes, watchNodes } from './harness/watch-nodes';
import { killWorkerBeforeEveryStep } from './harness/worker-life';
import { openLoginPage, signInByPopup } from './pages/login-page';
import type { LayoutName } from './site/layouts/registry';
import { isLayoutName, layouts } from './site/layouts/registry';

type Expected = { readonly asksForKey: boolean; readonly leastKills: number };

const EXPECTED: Readonly<Record<LayoutName, Expected>> = {
  documented: { asksForKey: true, leastKills: 6 },
  'documented-pages': { asksForKey: true, leastKills: 6 },
  today: { asksForKey: false, leastKills: 4 },
  april: { asksForKey: false, leastKills: 3 },
};

/**
 * Where `npm test` tries what every layout shows in `test:long`: on one that asks for the key and one that does not. Its
 * demo signs in on the other two.
 */
const IN_SHORT: readonly LayoutName[] = ['documented-pages', 'today'];

// Everything here starts from a vault that is open and holds the site's account.
test.beforeEach(async ({ options }) => {
  await expect(options.account('Work')).toBeVisible();
});

for (const layout of Object.keys(layouts).filter(isLayoutName)) {
  const { asksForKey, leastKills } = EXPECTED[layout];
  const tag = IN_SHORT.includes(layout) ? [] : '@long';
  test.describe(`on the ${layout} layout`, () => {
    test('one click in the popup signs in, submits once, presses no passkey button, adds no node and leaves nothing in any address', {
      tag,
    }, async ({ latchkey, site }) => {
      site.layout = layout;
      const page = await latchkey.context.newPage();
      await watchNodes(page);
      await page.goto(`${LOGIN_URL}?next=/dashboard/keys`);
      await signInByPopup(latchkey, page);
      await page.waitForURL('https://paramant.app/dashboard/keys');
      expect(site.isSignedIn(site.account.email)).toBe(true);
      expect(site.finalVerifications).toBe(1);
      const paths = site.requests.map(({ path }) => path);
      expect(paths.filter(path => /[?&](email|totp|code|api_?key)=/i.test(path))).toEqual([]);
      expect(paths).not.toContain('/api/user/passkey/begin');
      expect(site.findValue(site.account.key)).toHaveLength(asksForKey ? 1 : 0);
      expect(await readAddedNodes(page)).toEqual([]);
    });

    test('the keyboard command signs in without a popup', { tag: asksForKey ? '@long' : tag }, async ({
      latchkey,
      site,
    }) => {
      site.layout = layout;
      const page = await openLoginPage(latchkey);
      await pressCommand(latchkey, page, 'sign-in');
      await page.waitForURL(DASHBOARD_URL);
      expect(site.finalVerifications).toBe(1);
    });

    test('a wrong code is shown and never sent again', { tag: asksForKey ? tag : '@long' }, async ({
      latchkey,
      site,
    }) => {
      site.layout = layout;
      site.force({ status: 401 });
      const page = await openLoginPage(latchkey);
      const popup = await signInByPopup(latchkey, page);
      await popup.expectText('The site did not accept the email');
      await waitUntilAtRest(latchkey);
      expect(site.finalVerifications).toBe(1);
      expect(site.isSignedIn(site.account.email)).toBe(false);
      expect(page.url()).toContain('/auth/login');
    });

    test('the worker may die before every step', { tag }, async ({ latchkey, site }) => {
      site.layout = layout;
      const page = await latchkey.context.newPage();
      const kills = await killWorkerBeforeEveryStep(latchkey, page);
      await page.goto(LOGIN_URL);
      await signInByPopup(latchkey, page);
      await page.waitForURL(DASHBOARD_URL);
      expect(site.finalVerifications).toBe(1);
      expect(kills()).toBeGreaterThanOrEqual(leastKills);
    });
  });
}
