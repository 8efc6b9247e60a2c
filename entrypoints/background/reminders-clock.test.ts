// Reminders by clocks that are wrong, and from what a disk or another version has left.
import '../../lib/vault/with-cheap-kdf.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { speakEnglish } from '../../components/testing/english';
import { dueItem } from '../../lib/browser/due-item';
import { makeFreshVault, unlock } from './fresh-vault.testing';
import { addAccount } from './held.testing';
import { lockNow } from './lock';
import { publishStatus } from './worker';

vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));

/** The words of every notification about keys, and what stood on the button, in the order in which they came. */
let told: string[];
let badges: string[];

/** A start of the worker at ten on a day. */
async function startOn(year: number, month: number, day: number): Promise<void> {
  vi.setSystemTime(new Date(year, month - 1, day, 10));
  await publishStatus();
}

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.useFakeTimers({ now: new Date(2026, 10, 20, 12), toFake: ['Date'] });
  [told, badges] = [[], []];
  await makeFreshVault();
  await speakEnglish();
  const create = async (_: string, { title }: { title: string }) => told.push(title);
  // The browser's types know this function in another of their forms only.
  vi.spyOn(fakeBrowser.notifications, 'create').mockImplementation(create as never);
  vi.spyOn(fakeBrowser.action, 'setBadgeText').mockImplementation(async ({ text }) => {
    badges.push(text ?? '');
  });
  for (const name of ['setBadgeBackgroundColor', 'setTitle', 'setIcon'] as const) {
    vi.spyOn(fakeBrowser.action, name).mockResolvedValue();
  }
  // Due on 30 December, with notice from the 16th.
  await addAccount({ createdOn: '2026-10-01' });
  await publishStatus();
  await lockNow();
});

describe('a clock that was a year ahead', () => {
  it('keeps no reminder back once it is right again', async () => {
    await startOn(2027, 11, 21);
    await startOn(2026, 11, 21);
    told = [];
    await startOn(2026, 12, 16);
    await startOn(2026, 12, 30);
    await startOn(2026, 12, 31);
    expect(told).toEqual(['1 key is due for rotation soon', '1 key is due for rotation']);
  });
});

describe('a clock without a battery', () => {
  it.each([
    ['1970', new Date(1970, 0, 1, 10)],
    ['the evening before that', new Date(1969, 11, 31, 19)],
    ['a year that no calendar has', new Date(12_026, 0, 1, 10)],
  ])('that shows %s has the due key told of once, by then, and counted', async (_, wrong) => {
    vi.setSystemTime(wrong);
    await publishStatus();
    await startOn(2026, 12, 30);
    expect([told, badges.at(-1)]).toEqual([['1 key is due for rotation'], '1']);
  });
});

describe('a hundred days of sleep', () => {
  it('end with one reminder, and go on by the week', async () => {
    await startOn(2027, 2, 28);
    await startOn(2027, 3, 1);
    await startOn(2027, 3, 3);
    await startOn(2027, 3, 4);
    expect(told).toEqual(['1 key is due for rotation', '1 key is due for rotation']);
  });
});

describe('a list of days that cannot be read', () => {
  it.each([
    ['a text', 'junk'],
    ['a list', [1, 2, 3]],
    ['another version', { days: [1], version: 9 }],
    ['nothing', undefined],
  ])('because %s stands there is made anew when the vault opens, and nothing is lost', async (_, junk) => {
    if (junk === undefined) await dueItem.clear();
    else await fakeBrowser.storage.local.set({ due: junk });
    await startOn(2026, 12, 30);
    expect([told, badges.at(-1)]).toEqual([[], '']);
    await unlock();
    await publishStatus();
    expect([told, badges.at(-1)]).toEqual([['1 key is due for rotation'], '1']);
  });
});
