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

/** Hidden forms whose fields carry names of things that a form has itself: harmless on many pages, and a trap for scripts. */
const CLOBBERING = [
  'id',
  'action',
  'method',
  'target',
  'getAttribute',
  'removeAttribute',
  'checkVisibility',
  'parentElement',
];

test('fields named like properties of a form do not stop a sign-in', async ({ latchkey, site }) => {
  site.layout = 'april';
  const page = await latchkey.context.newPage();
  await page.addInitScript(names => {
    addEventListener('DOMContentLoaded', () => {
      const form = document.querySelector('#login-form');
      for (const name of names) {
        const field = document.createElement('input');
        Object.assign(field, { type: 'hidden', name });
        form?.append(field);
      }
    });
  }, CLOBBERING);
  await page.goto(LOGIN_URL);
  await signInByPopup(latchkey, page);
  await page.waitForURL('https://paramant.app/dashboard');
  expect(site.finalVerifications).toBe(1);
});

test('a field that becomes another one when it is focused gets nothing', async ({ latchkey, site }) => {
  site.layout = 'april';
  const page = await latchkey.context.newPage();
  await page.addInitScript(() => {
    addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLInputElement && target.id === 'totp') target.name = 'something-else';
    });
  });
  await page.goto(LOGIN_URL);
  const popup = await signInByPopup(latchkey, page);
  await popup.expectText('did not keep');
  expect(await page.locator('#totp').inputValue()).toBe('');
  expect(site.finalVerifications).toBe(0);
});

test('a lock ends the run, and unlocking for another reason does not go on with it', async ({
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
