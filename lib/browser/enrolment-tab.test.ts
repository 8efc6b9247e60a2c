import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { enrolmentItem } from './enrolment-item';
import type { SeenDocument } from './enrolment-readers/seen-document';
import { seenDocumentSchema } from './enrolment-readers/seen-document';
import { findEnrolmentTab, readInTab } from './enrolment-tab';

const KEYS = 'https://paramant.app/dashboard/keys';
const SETUP = `https://paramant.app/auth/setup/${'0'.repeat(64)}`;
const TAB = { tabId: 7, page: 'keys' } as const;
const seen: SeenDocument = { url: KEYS, isTop: true, bornAtMs: 1 };
const schema = v.strictObject({ document: seenDocumentSchema, text: v.string() });
const reader = { run: () => undefined, given: [] as [], schema };

/** What the reader answers, and the address of the tab by then; null where that may not be seen. */
function answerWith(answer: unknown, urlAfter: string | null = KEYS) {
  const executeScript = vi.fn(async (_injection: object) => [{ result: answer, frameId: 0 }]);
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(executeScript as never);
  const tab = { id: TAB.tabId, ...(urlAfter !== null && { url: urlAfter }) };
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((async () => tab) as never);
  return executeScript;
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('what is read in a tab', () => {
  it('is read in the top frame alone, and handed on as the schema has it', async () => {
    const executeScript = answerWith({ document: seen, text: 'shown' });
    expect(await readInTab(TAB, reader)).toEqual({ ok: true, value: { document: seen, text: 'shown' } });
    expect(executeScript).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ target: { tabId: TAB.tabId, frameIds: [0] } }),
    );
  });

  it.each<[string, unknown, (string | null)?]>([
    ['the document says that it is elsewhere', { document: { ...seen, url: SETUP }, text: '' }],
    [
      'the document is on another origin',
      { document: { ...seen, url: 'https://evil.example/dashboard/keys' }, text: '' },
    ],
    ['it ran in a frame', { document: { ...seen, isTop: false }, text: '' }],
    ['the tab has gone on meanwhile', { document: seen, text: '' }, SETUP],
    ['the tab has left the site', { document: seen, text: '' }, 'https://evil.example/'],
    ['nobody may say where the tab is now', { document: seen, text: '' }, null],
    ['it answers with more than was asked', { document: seen, text: '', more: 1 }],
    ['it answers with another type', { document: seen, text: 1 }],
    ['it answers nothing', undefined],
    ['it answers null', null],
  ])('counts for nothing where %s', async (_, answer, urlAfter) => {
    answerWith(answer, urlAfter);
    expect(await readInTab(TAB, reader)).toEqual({ ok: false, error: 'enrol-not-here' });
  });

  it('is nothing where the tab lets nobody in, or is gone by then', async () => {
    answerWith(null).mockRejectedValue(new Error('Cannot access contents of the page'));
    expect(await readInTab(TAB, reader)).toEqual({ ok: false, error: 'enrol-not-here' });
    answerWith({ document: seen, text: '' });
    vi.mocked(fakeBrowser.tabs.get).mockRejectedValue(new Error('No tab with id'));
    expect(await readInTab(TAB, reader)).toEqual({ ok: false, error: 'enrol-not-here' });
  });
});

describe('the tab that something is taken from', () => {
  function show(url: string | undefined) {
    vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => [{ id: 9, url }]) as never);
  }

  it('is the one in front where its address may be seen and is one of these pages, and nothing is run there', async () => {
    const executeScript = answerWith(null);
    show(KEYS);
    expect(await findEnrolmentTab()).toEqual({ tabId: 9, page: 'keys' });
    for (const url of [
      undefined,
      'https://paramant.app/',
      'http://paramant.app/account',
      'https://evil.example/account',
    ]) {
      show(url);
      expect(await findEnrolmentTab()).toBeNull();
    }
    expect(executeScript).not.toHaveBeenCalled();
  });

  it('is the one that the popup was opened over, where that goes on in a window of its own', async () => {
    answerWith(null, SETUP);
    show(fakeBrowser.runtime.getURL('/popup.html' as never));
    expect(await findEnrolmentTab()).toBeNull();
    await enrolmentItem.write({ tabId: TAB.tabId, saved: null });
    expect(await findEnrolmentTab()).toEqual({ tabId: TAB.tabId, page: 'setup' });
    answerWith(null, 'https://evil.example/');
    expect(await findEnrolmentTab()).toBeNull();
  });
});
