// What has to hold on every layout of the site's sign-in pages, in Firefox too: by its real popup and its real keyboard.
import { expect } from 'playwright/test';
import { DASHBOARD_URL, LOGIN_URL } from '../harness/launch';
import { waitUntilAtRest } from '../harness/read-state';
import { waitUntil } from '../harness/wait';
import { forgetSignIns } from '../harness/write-state';
import type { LayoutName } from '../site/layouts/registry';
import { layoutNames } from '../site/layouts/registry';
import type { FirefoxLatchkey } from './firefox-latchkey';
import { openTab, readAddedNodes } from './firefox-latchkey';
import { pressShortcut } from './firefox-window';
import { test } from './fixtures';
import { PopupPanel } from './popup-panel';

const ASKS_FOR_KEY: Readonly<Record<LayoutName, boolean>> = {
  documented: true,
  'documented-pages': true,
  today: false,
  april: false,
};

/** As if nobody had signed in before. */
async function startOver(firefox: FirefoxLatchkey): Promise<void> {
  await waitUntilAtRest(firefox);
  await forgetSignIns(firefox);
  firefox.site.startOver();
}

for (const layout of layoutNames) {
  test(`on the ${layout} layout popup and shortcut sign in once each and add no node, and a wrong code is not sent again`, async ({
    firefox,
  }) => {
    const { site, browser } = firefox;
    site.layout = layout;

    const byPopup = await openTab(firefox, `${LOGIN_URL}?next=/dashboard/keys`);
    const popup = await PopupPanel.open(firefox, byPopup);
    await popup.click('Sign in');
    await waitUntil('the page that the sign-in was to lead to', async () => byPopup.url() === `${DASHBOARD_URL}/keys`);
    await popup.expectText('Signed in.');
    await popup.waitForClose();
    expect(site.isSignedIn(site.account.email)).toBe(true);
    expect(site.finalVerifications).toBe(1);
    expect(site.findValue(site.account.key)).toHaveLength(ASKS_FOR_KEY[layout] ? 1 : 0);
    const paths = site.requests.map(({ path }) => path);
    expect(paths.filter(path => /[?&](email|totp|code|api_?key)=/i.test(path))).toEqual([]);
    expect(await readAddedNodes(byPopup)).toEqual([]);

    await startOver(firefox);
    const byShortcut = await openTab(firefox, LOGIN_URL);
    await pressShortcut(browser);
    await waitUntil('the dashboard', async () => byShortcut.url() === DASHBOARD_URL);
    expect(site.finalVerifications).toBe(1);
    expect(await readAddedNodes(byShortcut)).toEqual([]);

    await startOver(firefox);
    site.force({ status: 401 });
    const refused = await openTab(firefox, LOGIN_URL);
    const telling = await PopupPanel.open(firefox, refused);
    await telling.click('Sign in');
    await telling.expectText('The site did not accept the email');
    await waitUntilAtRest(firefox);
    expect(site.finalVerifications).toBe(1);
    expect(site.isSignedIn(site.account.email)).toBe(false);
    expect(refused.url()).toContain('/auth/login');
    expect(await readAddedNodes(refused)).toEqual([]);
  });
}
