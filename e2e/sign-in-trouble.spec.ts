// Sites that answer badly and pages that are not ready.
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { readSessionStorage, waitUntilAtRest } from './harness/read-state';
import { waitUntil } from './harness/wait';
import { forgetUsedSteps } from './harness/write-state';
import { openLoginPage, signInByPopup } from './pages/login-page';
import { Popup } from './pages/popup';
import type { ForcedAnswer } from './site/forced';
import type { Site } from './site/start-site';

// Everything here starts from a vault that is open and holds the site's account.
test.beforeEach(async ({ options }) => {
  await expect(options.account('Work')).toBeVisible();
});

const ANSWERS: readonly { readonly what: string; readonly answer: ForcedAnswer; readonly says: string }[] = [
  { what: 'an error of the site', answer: { status: 500 }, says: 'The site had an error of its own.' },
  { what: 'a connection that breaks', answer: { drop: true }, says: 'The site could not be reached.' },
  // The last: before the next one the popup would warn.
  { what: 'too many attempts', answer: { status: 429 }, says: 'Too many attempts.' },
];

test('an error of the site, a broken connection and too many attempts are each told apart, and nothing is sent again', async ({
  latchkey,
  site,
}) => {
  for (const [earlier, { what, answer, says }] of ANSWERS.entries()) {
    await test.step(what, async () => {
      site.force(answer);
      await forgetUsedSteps(latchkey);
      const page = await openLoginPage(latchkey);
      const popup = await signInByPopup(latchkey, page);
      await popup.expectText(says);
      await waitUntilAtRest(latchkey);
      expect(site.finalVerifications).toBe(earlier + 1);
      await popup.close();
      await page.close();
    });
  }
});

function expectNothingLeaked({ requests, account, finalVerifications, findValue }: Site): void {
  expect(requests.filter(({ path }) => /[?&](email|totp)=/.test(path))).toEqual([]);
  expect(findValue(account.email)).toEqual([]);
  expect(finalVerifications).toBe(0);
}

test('on the april layout a missing script lets no native submit put the code into an address', async ({
  latchkey,
  site,
}) => {
  site.layout = 'april';
  site.troubleScripts({ isMissing: true });
  const popup = await signInByPopup(latchkey, await openLoginPage(latchkey));
  await popup.expectText('The page was not ready');
  expectNothingLeaked(site);
});

test('on the april layout no press of the person puts what was filled into an address while the script is missing, and links lead on', async ({
  latchkey,
  site,
}) => {
  site.layout = 'april';
  site.troubleScripts({ isMissing: true });
  const page = await openLoginPage(latchkey);
  const popup = await Popup.open(latchkey, page);
  await popup.click('button', 'Fill, and let me press');
  await expect(page.getByLabel('6-digit code')).toHaveValue(/^\d{6}$/);
  await waitUntilAtRest(latchkey);
  const heard = () => page.evaluate(() => Number(document.documentElement.dataset.heard ?? 0));
  await page.evaluate(() =>
    addEventListener('submit', () => {
      const { dataset } = document.documentElement;
      dataset.heard = String(Number(dataset.heard ?? 0) + 1);
    }),
  );
  const button = page.getByRole('button', { name: 'Sign in', exact: true });
  await button.click();
  await page.getByLabel('6-digit code').press('Enter');
  // In another tab, which no navigation of this one tells of.
  await button.click({ modifiers: ['ControlOrMeta'] });
  expect(await heard()).toBe(3);
  // No press of the browser's asks a form like this one.
  await page.evaluate(() => document.querySelector('form')?.submit());
  // From inside the page: a click from outside would wait for the submit that was stopped, which never arrives anywhere.
  await page.evaluate(() => document.querySelector<HTMLAnchorElement>('a[href="/auth/backup"]')?.click());
  await page.waitForURL('**/auth/backup');
  expectNothingLeaked(site);
});

test('on the today layout a script that takes no submit over lets none put the code into an address', {
  tag: '@long',
}, async ({ latchkey, site }) => {
  site.layout = 'today';
  await latchkey.context.route('**/assets/today.js', route =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `document.querySelector('#show-code-btn').addEventListener('click', () => {
        document.querySelector('#code-fields').hidden = false;
      });`,
    }),
  );
  const page = await openLoginPage(latchkey);
  const popup = await signInByPopup(latchkey, page);
  await popup.expectText('The page was not ready');
  await expect(page.getByLabel('6-digit code')).toHaveValue(/^\d{6}$/);
  expectNothingLeaked(site);
});

test('on the today layout a missing script leaves the code block shut and nothing in any address', {
  tag: '@long',
}, async ({ latchkey, options, site }) => {
  site.layout = 'today';
  site.troubleScripts({ isMissing: true });
  const page = await openLoginPage(latchkey);
  await signInByPopup(latchkey, page);
  await waitUntil('the button that shows the code block to be pressed', async () => {
    const { run } = await readSessionStorage(latchkey);
    return JSON.stringify(run ?? '').includes('reveal:email');
  });
  await options.lock();
  await waitUntilAtRest(latchkey);
  await expect(page.getByLabel('6-digit code')).toHaveValue('');
  expectNothingLeaked(site);
});

test('the sign-in adds no node to the page', { tag: '@long' }, async ({ latchkey, site }) => {
  site.layout = 'today';
  site.force({ status: 401 });
  const page = await openLoginPage(latchkey);
  const countNodes = () => page.evaluate(() => document.querySelectorAll('*').length);
  const before = await countNodes();
  const popup = await signInByPopup(latchkey, page);
  await popup.expectText('did not accept');
  expect(await countNodes()).toBe(before);
});
