// How a sign-in ends where the clock is wrong, the site says no or shows a notice, or the person presses the buttons.
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { DASHBOARD_URL } from './harness/launch';
import { MASTER_PASSWORD } from './harness/master-password';
import { pressCommand } from './harness/raise-event';
import { readLocalStorage, waitUntilAtRest } from './harness/read-state';
import { forgetUsedSteps, writeLocal } from './harness/write-state';
import { openLoginPage, signInByPopup } from './pages/login-page';
import { OptionsPage } from './pages/options-page';
import { Popup } from './pages/popup';

const MINUTE_MS = 60_000;

for (const minutes of [-10, 10]) {
  const tag = minutes < 0 ? [] : '@long';
  test(`with a clock ${minutes} minutes off nothing is submitted until the person takes the site’s time`, {
    tag,
  }, async ({ latchkey, options, site }) => {
    await expect(options.account('Work')).toBeVisible();
    site.layout = 'today';
    site.shiftClock(minutes * MINUTE_MS);
    const page = await openLoginPage(latchkey);
    const popup = await signInByPopup(latchkey, page);
    await popup.expectText(minutes < 0 ? 's ahead of the site' : 's behind the site');
    await waitUntilAtRest(latchkey);
    expect(site.finalVerifications).toBe(0);
    await popup.click('button', "Sign in with the site's time");
    await page.waitForURL(DASHBOARD_URL);
    expect(site.finalVerifications).toBe(1);
  });
}

for (const seconds of [-100, 100]) {
  test(`with a clock ${seconds} s off the code is corrected, and that is said`, { tag: '@long' }, async ({
    latchkey,
    options,
    site,
  }) => {
    await expect(options.account('Work')).toBeVisible();
    // Of all layouts the one that leaves the least time: everything is asked for at once.
    site.layout = 'documented';
    site.shiftClock(seconds * 1_000);
    const page = await openLoginPage(latchkey);
    await (await signInByPopup(latchkey, page)).waitForClose();
    expect(page.url()).toBe(DASHBOARD_URL);
    expect(site.finalVerifications).toBe(1);
    const popup = await Popup.open(latchkey, page);
    await popup.expectText('3 of 3 filled.');
    await popup.expectText('; codes are corrected.');
    await popup.expectText('Corrected: your clock is ');
  });
}

test('a run that only fills leaves every button to the person, from page to page', { tag: '@long' }, async ({
  latchkey,
  options,
  site,
}) => {
  await expect(options.account('Work')).toBeVisible();
  site.layout = 'documented-pages';
  const page = await openLoginPage(latchkey);
  const popup = await Popup.open(latchkey, page);
  await popup.click('button', 'Fill, and let me press');
  await expect(page.getByLabel('Email')).toHaveValue(site.account.email);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByLabel('API key')).toHaveValue(site.account.key);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByLabel('6-digit code')).toHaveValue(/^\d{6}$/);
  await waitUntilAtRest(latchkey);
  expect(site.finalVerifications).toBe(0);
  // The popup closed when the page was pressed.
  await (await Popup.open(latchkey, page)).expectText('Filled 3 of 3.');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(DASHBOARD_URL);
});

test('before the sixth sign-in in a quarter of an hour the person is warned, and the command asks in the popup', {
  tag: '@long',
}, async ({ latchkey, options, site }) => {
  await expect(options.account('Work')).toBeVisible();
  const nowMs = Date.now();
  await writeLocal(latchkey, { 'sign-in-attempts': [14, 12, 9, 5, 1].map(ago => nowMs - ago * MINUTE_MS + 30_000) });
  const page = await openLoginPage(latchkey);
  await pressCommand(latchkey, page, 'sign-in');
  const popup = await Popup.waitFor(latchkey);
  await popup.expectText('5 sign-ins in 15 minutes: the site refuses the next one until');
  expect(site.finalVerifications).toBe(0);
  await popup.click('button', 'Sign in anyway');
  await page.waitForURL(DASHBOARD_URL);
  expect(site.finalVerifications).toBe(1);
});

test('what is submitted by hand is counted, and told as times and nothing else', { tag: '@long' }, async ({
  latchkey,
  options,
  site,
}) => {
  await expect(options.account('Work')).toBeVisible();
  site.layout = 'april';
  const page = await openLoginPage(latchkey);
  for (const attempt of [1, 2]) {
    await page.getByLabel('Email').fill(site.account.email);
    await page.getByLabel('6-digit code').fill('000000');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect.poll(() => site.finalVerifications).toBe(attempt);
    // Two within two seconds are taken for one that was heard of twice.
    await page.waitForTimeout(2_500);
  }
  await expect
    .poll(async () => (await readLocalStorage(latchkey))['sign-in-attempts'])
    .toEqual([expect.any(Number), expect.any(Number)]);
});

test('what is submitted by hand on pages without a script is counted too, once for the code', {
  tag: '@long',
}, async ({ latchkey, options, site }) => {
  await expect(options.account('Work')).toBeVisible();
  site.layout = 'documented-pages';
  const page = await openLoginPage(latchkey);
  await page.getByLabel('Email').fill(site.account.email);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('API key').fill(site.account.key);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('6-digit code').fill('000000');
  expect((await readLocalStorage(latchkey))['sign-in-attempts'] ?? []).toEqual([]);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect.poll(() => site.finalVerifications).toBe(1);
  await expect.poll(async () => (await readLocalStorage(latchkey))['sign-in-attempts']).toEqual([expect.any(Number)]);
});

test('a refusal says what may be behind it; an authenticator that was reset signs in no more', {
  tag: '@long',
}, async ({ latchkey, options, site }) => {
  await expect(options.account('Work')).toBeVisible();
  site.force({ status: 401 });
  const page = await openLoginPage(latchkey);
  const popup = await signInByPopup(latchkey, page);
  await popup.expectText('did not accept');
  await popup.expectText('Somebody else may have signed in');
  await popup.click('button', 'I reset my authenticator');
  await popup.expectText('it signs in no more');
  await popup.click('button', 'Sign in');
  await popup.expectText('You said that this authenticator was reset. Edit the account');
  expect(site.finalVerifications).toBe(1);
  site.force(null);
  await forgetUsedSteps(latchkey);
  await popup.click('button', 'It works again');
  await page.reload();
  await popup.click('button', 'Sign in');
  await page.waitForURL(DASHBOARD_URL);
});

test('a page that asks for the key all of a sudden is not given it before the person says so', {
  tag: '@long',
}, async ({ latchkey, options, site }) => {
  await expect(options.account('Work')).toBeVisible();
  site.layout = 'today';
  const first = await openLoginPage(latchkey);
  await (await signInByPopup(latchkey, first)).waitForClose();
  await forgetUsedSteps(latchkey);
  site.layout = 'documented-pages';
  const page = await openLoginPage(latchkey);
  const popup = await signInByPopup(latchkey, page);
  await popup.expectText('which it did not at the last sign-in');
  expect(site.findValue(site.account.key)).toEqual([]);
  await popup.click('button', 'Give it the key');
  await expect(page.getByLabel('6-digit code').or(page.getByText('Dashboard')).first()).toBeVisible();
  expect(site.findValue(site.account.key)).toHaveLength(1);
});

for (const layout of ['today', 'documented-pages'] as const) {
  test(`on the ${layout} layout the notice about SHA-1 is gone on from, and the algorithm can be corrected`, {
    tag: '@long',
  }, async ({ latchkey, site }) => {
    site.layout = layout;
    const options = await OptionsPage.open(latchkey);
    await options.createVault(MASTER_PASSWORD);
    const { email, key, otpauthUri } = site.account;
    await options.addAccount({ label: 'Work', email, key, authenticator: otpauthUri.replace('SHA256', 'SHA1') });
    const page = await openLoginPage(latchkey);
    const popup = await signInByPopup(latchkey, page);
    await page.waitForURL(DASHBOARD_URL);
    expect(site.finalVerifications).toBe(1);
    await popup.expectText('saved as SHA1');
    await popup.click('button', 'Correct it to SHA256');
    await expect.poll(async () => (await popup.text()).includes('saved as SHA1')).toBe(false);
    await popup.close();
    const again = await openLoginPage(latchkey);
    await signInByPopup(latchkey, again);
    // Near the end of a step there may be half a minute to wait.
    await again.waitForURL(DASHBOARD_URL, { timeout: 45_000 });
    expect(site.finalVerifications).toBe(2);
  });
}
