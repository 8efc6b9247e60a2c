import { expect } from 'playwright/test';
import { test } from './fixtures';
import { Popup } from './pages/popup';

const LOGIN = 'https://paramant.app/auth/login';

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

test('fields named like properties of a form do not stop a sign-in', async ({ latchkey, options, site }) => {
  await expect(options.button('Lock')).toBeVisible();
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
  await page.goto(LOGIN);
  const popup = await Popup.open(latchkey, page);
  await popup.click('button', 'Sign in');
  await page.waitForURL('https://paramant.app/dashboard');
  expect(site.finalVerifications).toBe(1);
});

test('a field that becomes another one when it is focused gets nothing', async ({ latchkey, options, site }) => {
  await expect(options.button('Lock')).toBeVisible();
  site.layout = 'april';
  const page = await latchkey.context.newPage();
  await page.addInitScript(() => {
    addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLInputElement && target.id === 'totp') target.name = 'something-else';
    });
  });
  await page.goto(LOGIN);
  const popup = await Popup.open(latchkey, page);
  await popup.click('button', 'Sign in');
  await popup.expectText('did not keep');
  expect(await page.locator('#totp').inputValue()).toBe('');
  expect(site.finalVerifications).toBe(0);
});

test('a lock ends the run, and unlocking for another reason does not go on with it', async ({
  latchkey,
  options,
  site,
}) => {
  site.force({ slowMs: 1_500 });
  const page = await latchkey.context.newPage();
  // The page swaps its steps only when it is told to, as one that hangs.
  await page.addInitScript(() => {
    addEventListener('submit', event => event.stopImmediatePropagation(), true);
    addEventListener('submit', event => event.preventDefault(), true);
  });
  await page.goto(LOGIN);
  const popup = await Popup.open(latchkey, page);
  await popup.click('button', 'Sign in');
  await expect(page.locator('#email')).toHaveValue(site.account.email);
  await options.page.bringToFront();
  await options.lock();
  const worker = await latchkey.worker();
  await expect.poll(() => worker.evaluate(async () => 'run' in (await chrome.storage.session.get(null)))).toBe(false);
  expect(site.findValue(site.account.key)).toEqual([]);
});
