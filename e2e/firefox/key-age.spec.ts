// How old a key is, in Firefox, whose background page ends whenever it has nothing to do and starts again by an alarm.
import { expect } from 'playwright/test';
import { daysAgo } from '../harness/days-ago';
import { readAlarmMs, readToolbar } from '../harness/read-state';
import { waitUntil } from '../harness/wait';
import { endBackground, readBackgroundState } from './firefox-window';
import { test } from './fixtures';
import { addAccount } from './make-vault';

const OLD_KEY = { label: 'Old', email: 'old@example.org', key: 'b2'.repeat(32), otpauthUri: '' };
const ONE_DUE = { badge: '1', title: '1 key is due for rotation' };
const MINUTE_MS = 60_000;

test('a due key is on the badge and in the title, locked or not, and while the background page sleeps', async ({
  firefox,
}) => {
  const { browser, options } = firefox;
  expect(await readToolbar(firefox)).toEqual({ badge: '', title: 'Latchkey' });
  await addAccount(options, { ...OLD_KEY, createdOn: daysAgo(100) });
  await expect.poll(() => readToolbar(firefox)).toEqual(ONE_DUE);
  await options.press('Lock');
  await options.waitForButton('Unlock');
  await endBackground(browser);
  expect(await readToolbar(firefox)).toEqual(ONE_DUE);
  expect(await readBackgroundState(browser)).toBe('stopped');
});

test('the alarms of reminders outlive the background page, wake it and are armed anew', async ({ firefox }) => {
  const { browser, options } = firefox;
  await addAccount(options, { ...OLD_KEY, createdOn: daysAgo(100) });
  await expect.poll(() => readToolbar(firefox)).toEqual(ONE_DUE);
  await endBackground(browser);
  const nowMs = Date.now();
  for (const name of ['lock', 'new-day', 'remind'])
    expect(await readAlarmMs(firefox, name), name).toBeGreaterThan(nowMs);
  await options.page.evaluate(atMs => chrome.alarms.create('remind', { when: atMs }), nowMs + 1_000);
  await waitUntil('the alarm to start it again', async () => (await readBackgroundState(browser)) === 'running');
  await expect.poll(() => readAlarmMs(firefox, 'remind')).toBeGreaterThan(nowMs + MINUTE_MS);
  expect(await readToolbar(firefox)).toEqual(ONE_DUE);
  await options.waitForButton('Lock');
});
