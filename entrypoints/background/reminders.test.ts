import '../../lib/vault/with-cheap-kdf.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { speakEnglish } from '../../components/testing/english';
import { dueItem } from '../../lib/browser/due-item';
import { makeFreshVault } from './fresh-vault.testing';
import { accountHandlers } from './handlers/accounts';
import { runJob } from './jobs';
import { lockNow } from './lock';
import { nextReminderMs } from './reminders';
import { publishStatus } from './worker';

vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));

/** The words of every notification about keys, in the order in which they came. */
let told: string[];
let titles: string[];
let icons: unknown[];

const at = (day: number, hour: number) => vi.setSystemTime(new Date(2026, 10, day, hour));

async function addKey(email: string, createdOn: string): Promise<void> {
  const digits = email.charCodeAt(0).toString(16);
  const draft = { label: email, email, apiKey: digits.repeat(32), authenticator: '', createdOn };
  const saved = await accountHandlers['accounts.save']({ id: null, baseRevision: 0, changed: [], draft, touch: null });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  await publishStatus();
}

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.useFakeTimers({ now: new Date(2026, 10, 20, 12), toFake: ['Date'] });
  [told, titles, icons] = [[], [], []];
  await makeFreshVault();
  await speakEnglish();
  const create = async (_: string, { title }: { title: string }) => told.push(title);
  // The browser's types know this function in another of its forms only.
  vi.spyOn(fakeBrowser.notifications, 'create').mockImplementation(create as never);
  vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor').mockResolvedValue();
  vi.spyOn(fakeBrowser.action, 'setBadgeText').mockResolvedValue();
  vi.spyOn(fakeBrowser.action, 'setTitle').mockImplementation(async ({ title }: { title: string }) => {
    titles.push(title);
  });
  vi.spyOn(fakeBrowser.action, 'setIcon').mockImplementation(async (icon: unknown) => {
    icons.push(icon);
  });
  await publishStatus();
});

describe('reminders while locked', () => {
  it('group the keys of a day into one notification at nine, that names none of them', async () => {
    // Ninety days before the 22nd.
    await addKey('a@example.org', '2026-08-24');
    await addKey('b@example.org', '2026-08-24');
    await lockNow();
    expect(titles.at(-1)).toBe('2 keys are due for rotation soon');
    at(22, 8);
    await runJob('remind');
    expect(told).toEqual([]);
    at(22, 9);
    await runJob('remind');
    await runJob('remind');
    expect(told).toEqual(['2 keys are due for rotation']);
    expect(titles.at(-1)).toBe('2 keys are due for rotation');
    expect(icons.at(-1)).toEqual({ path: { 16: '/icon/due/16.png', 32: '/icon/due/32.png' } });
  });

  it('are caught up with by a worker that starts after days without one', async () => {
    await addKey('a@example.org', '2026-08-24');
    await lockNow();
    at(26, 15);
    await publishStatus();
    expect(told).toEqual(['1 key is due for rotation']);
    at(29, 9);
    await runJob('remind');
    expect(told).toHaveLength(2);
  });

  it('make up for a worker that died before it could show them', async () => {
    await addKey('a@example.org', '2026-08-24');
    await lockNow();
    at(22, 9);
    vi.spyOn(fakeBrowser.notifications, 'create').mockRejectedValueOnce(new Error('gone'));
    await publishStatus();
    expect(told).toEqual([]);
    await publishStatus();
    expect(told).toEqual(['1 key is due for rotation']);
  });

  it('are not repeated with every message where the disk takes nothing down', async () => {
    await addKey('a@example.org', '2026-08-24');
    await lockNow();
    at(22, 9);
    vi.spyOn(dueItem, 'write').mockRejectedValue(new Error('No space left on device'));
    await publishStatus();
    await publishStatus();
    expect(told).toEqual([]);
  });
});

describe('a key that is due when it comes in', () => {
  it('is on the button at once, and in a notification at the next nine, once', async () => {
    await addKey('a@example.org', '2026-01-01');
    expect(titles.at(-1)).toBe('1 key is due for rotation');
    await publishStatus();
    await lockNow();
    at(21, 8);
    await runJob('remind');
    expect(told).toEqual([]);
    at(21, 9);
    await runJob('remind');
    at(22, 9);
    await runJob('remind');
    expect(told).toEqual(['1 key is due for rotation']);
  });

  it('is told of so too where an organisation’s shorter interval, which came late, has made it due', async () => {
    await addKey('a@example.org', '2026-10-01');
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => ({ maximumIntervalDays: 30 }));
    await publishStatus();
    expect(titles.at(-1)).toBe('1 key is due for rotation');
    await lockNow();
    expect(told).toEqual([]);
    at(21, 9);
    await runJob('remind');
    expect(told).toEqual(['1 key is due for rotation']);
  });
});

describe('the alarm for reminders', () => {
  it('is armed at every start, for nine o’clock by the person’s own clock', async () => {
    expect((await fakeBrowser.alarms.get('remind'))?.scheduledTime).toBe(new Date(2026, 10, 21, 9).getTime());
    expect(nextReminderMs(new Date(2026, 10, 21, 8, 59))).toBe(new Date(2026, 10, 21, 9).getTime());
    expect(nextReminderMs(new Date(2026, 11, 31, 9))).toBe(new Date(2027, 0, 1, 9).getTime());
  });
});

describe('the icon', () => {
  it('tells locked from open', async () => {
    expect(icons.at(-1)).toEqual({ path: { 16: '/icon/16.png', 32: '/icon/32.png' } });
    await lockNow();
    expect(icons.at(-1)).toEqual({ path: { 16: '/icon/locked/16.png', 32: '/icon/locked/32.png' } });
  });
});
