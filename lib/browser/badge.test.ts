import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { showDueCount, showOnTab } from './badge';

/** What the toolbar button was told, in order. */
let told: [string, unknown][];

beforeEach(() => {
  vi.restoreAllMocks();
  told = [];
  for (const name of ['setBadgeBackgroundColor', 'setBadgeText', 'setTitle'] as const) {
    vi.spyOn(fakeBrowser.action, name).mockImplementation(async (details: unknown) => {
      told.push([name, details]);
    });
  }
});

const last = (name: string) => told.findLast(([other]) => other === name)?.[1];

describe('the number of due keys', () => {
  it('is on red, with what it means in words', async () => {
    await showDueCount(3, '3 keys are due for rotation');
    expect(last('setBadgeText')).toEqual({ text: '3' });
    expect(last('setBadgeBackgroundColor')).toEqual({ color: '#b3261e' });
    expect(last('setTitle')).toEqual({ title: '3 keys are due for rotation' });
  });

  it('is nothing at none, and the words stay', async () => {
    await showDueCount(0, 'Latchkey');
    expect(last('setBadgeText')).toEqual({ text: '' });
    expect(last('setTitle')).toEqual({ title: 'Latchkey' });
  });
});

describe('a sign-in over one tab', () => {
  it('has another colour, and leaves the other tabs their number', async () => {
    await showOnTab(7, '…', 'Signing in');
    expect(told.map(([, details]) => details)).toEqual([
      { tabId: 7, color: '#1f5fbf' },
      { tabId: 7, text: '…' },
      { tabId: 7, title: 'Signing in' },
    ]);
  });
});
