import { expect } from 'playwright/test';
import { test } from './fixtures';
import { LOGIN_URL } from './harness/launch';
import { MASTER_PASSWORD } from './harness/master-password';
import { readSessionStorage, waitUntilAtRest } from './harness/read-state';
import { signInByPopup } from './pages/login-page';

// Everything here starts from a vault that is open and holds the site's account.
test.beforeEach(async ({ options }) => {
  await expect(options.account('Work')).toBeVisible();
});

test('a lock ends the run, and unlocking for another reason does not go on with it', { tag: '@long' }, async ({
  latchkey,
  options,
  site,
}) => {
  const page = await latchkey.context.newPage();
  // The page swaps its steps only when it is told to, as one that hangs.
  await page.addInitScript(() => {
    addEventListener('submit', event => event.stopImmediatePropagation(), true);
    addEventListener('submit', event => event.preventDefault(), true);
  });
  await page.goto(LOGIN_URL);
  await signInByPopup(latchkey, page);
  await expect(page.locator('#email')).toHaveValue(site.account.email);
  await options.page.bringToFront();
  await options.lock();
  await waitUntilAtRest(latchkey);
  await options.unlock(MASTER_PASSWORD);
  await waitUntilAtRest(latchkey);
  expect(await readSessionStorage(latchkey)).toMatchObject({ lastRun: { outcome: 'interrupted' } });
  expect(site.findValue(site.account.key)).toEqual([]);
});
