import { expect } from 'playwright/test';
import { test } from './fixtures';
import { daysAgo } from './harness/days-ago';
import type { Latchkey } from './harness/launch';
import { MASTER_PASSWORD } from './harness/master-password';
import { ringAlarm } from './harness/raise-event';
import { readLocalStorage, readNotifications, readSessionStorage, readToolbar } from './harness/read-state';
import { sendMessage, tryMessage } from './harness/send-message';
import { killWorker } from './harness/worker-life';
import { writeLocal } from './harness/write-state';
import { openLoginPage } from './pages/login-page';
import type { OptionsPage } from './pages/options-page';
import { Popup } from './pages/popup';

const OLD_KEY = { label: 'Old', email: 'old@example.org', key: 'b2'.repeat(32), createdOn: daysAgo(100) };
const ONE_DUE = { badge: '1', title: '1 key is due for rotation' };

/** Makes it so that reminders were last looked at three days ago, as when the browser was closed since. */
async function pauseReminders(latchkey: Latchkey): Promise<void> {
  const { due } = await readLocalStorage(latchkey);
  const { announcedDay } = due as { readonly announcedDay: number };
  await writeLocal(latchkey, { due: { ...(due as object), announcedDay: announcedDay - 3 } });
}

test('badge, title and a notification tell of due keys, locked or not, and say nothing at none', async ({
  latchkey,
  options,
}) => {
  await expect.poll(() => readToolbar(latchkey)).toEqual({ badge: '', title: 'Latchkey' });
  await options.addAccount(OLD_KEY);
  await expect.poll(() => readToolbar(latchkey)).toEqual(ONE_DUE);
  await options.lock();
  await killWorker(latchkey, options.page);
  await options.page.reload();
  await expect(options.button('Unlock')).toBeVisible();
  await expect.poll(() => readToolbar(latchkey)).toEqual(ONE_DUE);
  // Told at the next nine, and not while its owner types it in.
  expect(await readNotifications(latchkey)).toEqual([]);
  await pauseReminders(latchkey);
  await ringAlarm(latchkey, 'remind');
  await expect.poll(() => readNotifications(latchkey)).toEqual(['due']);
});

test('what lies on the disk while locked names no account and no key', async ({ latchkey, options, site }) => {
  // Three letters would turn up in ciphertext by chance.
  const label = 'A label of some length';
  await options.addAccount({ ...OLD_KEY, label });
  await options.lock();
  const stored = JSON.stringify([await readLocalStorage(latchkey), await readSessionStorage(latchkey)]);
  for (const secret of [
    OLD_KEY.email,
    OLD_KEY.key,
    label,
    site.account.email,
    site.account.key,
    site.account.secret,
    MASTER_PASSWORD,
  ]) {
    expect(stored).not.toContain(secret);
  }
});

test('a due key says so in the popup and leads to its rotation', { tag: '@long' }, async ({ latchkey, options }) => {
  await options.addAccount(OLD_KEY);
  const popup = await Popup.open(latchkey, await openLoginPage(latchkey));
  await popup.expectText('1 key is due for rotation');
  await popup.expectText('overdue by 10 days');
  await popup.click('button', 'Rotate now');
  const addresses = () => latchkey.context.pages().map(tab => tab.url());
  await expect.poll(addresses).toContainEqual(expect.stringContaining('/options.html#rotate/'));
});

test('a due key says so on the full page and leads to its rotation', async ({ options }) => {
  await options.addAccount(OLD_KEY);
  await expect(options.page.getByText('1 key is due for rotation')).toBeVisible();
  await expect(options.cardButton('Work', 'Rotate now')).toHaveCount(0);
  await options.cardButton('Old', 'Rotate now').click();
  await expect(options.page.getByRole('heading', { name: 'Rotate a key of Old' })).toBeVisible();
  await expect(options.button('Start the rotation')).toBeVisible();
});

async function saveSetting(options: OptionsPage, label: string, value: string): Promise<void> {
  await options.openSettings();
  await options.field(label).fill(value);
  await options.button('Save settings').click();
  await expect(options.page.getByRole('status').filter({ hasText: 'Settings saved.' })).toBeVisible();
}

test('a longer interval takes a key off the badge', { tag: '@long' }, async ({ latchkey, options }) => {
  await options.addAccount(OLD_KEY);
  await expect.poll(() => readToolbar(latchkey)).toMatchObject({ badge: '1' });
  await saveSetting(options, 'Rotate keys every (days)', '730');
  await expect.poll(() => readToolbar(latchkey)).toMatchObject({ badge: '' });
});

test('a key is due soon from fourteen days before, or from when the settings say', { tag: '@long' }, async ({
  latchkey,
  options,
}) => {
  await options.addAccount({ ...OLD_KEY, createdOn: daysAgo(80) });
  // Its words are the same on both sides of the notice; the ring beside them tells.
  const age = options.account('Old').locator('.key-age');
  await expect(age).toHaveText('80 days old, due in 10 days');
  await expect(age).toHaveAttribute('data-tone', 'due-soon');
  await saveSetting(options, 'Remind me before (days)', '5');
  await options.openAccounts();
  await expect(age).toHaveAttribute('data-tone', 'fresh');
  await expect.poll(() => readToolbar(latchkey)).toMatchObject({ badge: '' });
});

test('a due key can be put off three times and not a fourth, and is on the badge again when locked', {
  tag: '@long',
}, async ({ latchkey, options }) => {
  await options.addAccount(OLD_KEY);
  await expect.poll(() => readToolbar(latchkey)).toMatchObject({ badge: '1' });
  const accounts = await sendMessage(options, 'keys.list', {});
  const old = accounts.find(({ keys }) => keys.some(({ state }) => state === 'overdue'));
  const place = { accountId: old?.accountId ?? '', keyId: old?.keys[0]?.id ?? '' };
  for (const days of [1, 3, 7] as const) await sendMessage(options, 'keys.snooze', { ...place, days });
  await expect.poll(() => readToolbar(latchkey)).toMatchObject({ badge: '' });
  const fourth = await tryMessage(options.page, 'keys.snooze', { ...place, days: 1 });
  expect(fourth).toMatchObject({ ok: false, error: [{ code: 'snooze-used-up' }] });
  await sendMessage(options, 'keys.mark-compromised', { ...place, isCompromised: true });
  await options.lock();
  await expect.poll(() => readToolbar(latchkey)).toMatchObject({ badge: '1' });
});
