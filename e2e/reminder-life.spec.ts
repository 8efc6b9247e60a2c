// What reminders are made from outlives the worker and its version: alarms, badge and title, while locked.
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { daysAgo } from './harness/days-ago';
import type { Latchkey } from './harness/launch';
import { readAlarmMs, readLocalStorage, readToolbar } from './harness/read-state';
import { killWorker, reloadExtension } from './harness/worker-life';
import { OptionsPage } from './pages/options-page';

const OLD_KEY = { label: 'Old', email: 'old@example.org', key: 'b2'.repeat(32), createdOn: daysAgo(100) };
const ONE_DUE = { badge: '1', title: '1 key is due for rotation' };

/** The hour and minute at which the worker looks for reminders next, by the person's own clock; null while it is not armed. */
async function readNextLook(latchkey: Latchkey): Promise<string | null> {
  const atMs = await readAlarmMs(latchkey, 'remind');
  return atMs === undefined ? null : new Date(atMs).toTimeString().slice(0, 5);
}

test.describe('while locked', { tag: '@long' }, () => {
  test.beforeEach(async ({ latchkey, options }) => {
    await options.addAccount(OLD_KEY);
    await expect.poll(() => readToolbar(latchkey)).toEqual(ONE_DUE);
    await options.lock();
  });

  test('a worker that starts arms its alarms, whatever has become of them', async ({ latchkey, options }) => {
    const worker = await latchkey.worker();
    await worker.evaluate(() => chrome.alarms.clearAll());
    expect(await readNextLook(latchkey)).toBeNull();
    await killWorker(latchkey, options.page);
    await options.page.reload();
    await expect(options.button('Unlock')).toBeVisible();
    await expect.poll(() => readNextLook(latchkey)).toBe('09:00');
    expect(await readAlarmMs(latchkey, 'new-day')).toBeGreaterThan(Date.now());
  });

  test('an update neither forgets which days were announced nor what is due', async ({ latchkey, options }) => {
    const { due: before } = await readLocalStorage(latchkey);
    await reloadExtension(latchkey);
    await expect.poll(() => options.page.isClosed()).toBe(true);
    const again = await OptionsPage.open(latchkey);
    await expect(again.button('Unlock')).toBeVisible();
    await expect.poll(() => readToolbar(latchkey)).toEqual(ONE_DUE);
    expect((await readLocalStorage(latchkey)).due).toEqual(before);
    await expect.poll(() => readNextLook(latchkey)).toBe('09:00');
  });
});
