import { describe, expect, it } from 'vitest';
import { concludeAway } from './judge-tab';
import { ANSWER_WITHIN_MS, bindDocument, MOVE_WITHIN_MS, RUN_MAXIMUM_MS, startRun } from './run';
import { boundRun, DOCUMENT, START, START_MS, TAB } from './run.testing';
import { LOGIN_URL, SITE_ORIGIN } from './site';

const fresh = startRun(START, START_MS);
const pressed = { ...boundRun(), lastPressAtMs: START_MS + 10_000, mayMove: true, leaving: 'elsewhere' } as const;
const join = (run: typeof fresh, documentId: string, atMs: number, tabId = TAB) =>
  bindDocument(run, tabId, documentId, atMs)?.documentId ?? null;

describe('a run belongs to', () => {
  it('the first document of its tab that answers the gesture in time', () => {
    expect(join(fresh, DOCUMENT, START_MS)).toBe(DOCUMENT);
    expect(join(fresh, DOCUMENT, START_MS + ANSWER_WITHIN_MS)).toBe(DOCUMENT);
    expect(join(fresh, DOCUMENT, START_MS + ANSWER_WITHIN_MS + 1)).toBeNull();
  });

  it('that document for as long as the run lasts', () => {
    expect(join(boundRun(), DOCUMENT, START_MS + RUN_MAXIMUM_MS)).toBe(DOCUMENT);
    expect(join(boundRun(), DOCUMENT, START_MS + RUN_MAXIMUM_MS + 1)).toBeNull();
  });

  it('no other document before Latchkey has pressed anything', () => {
    expect(join(boundRun(), 'document-2', START_MS + 1)).toBeNull();
  });

  it('the next document within a quarter of a minute of our own press, and no later one', () => {
    expect(join(pressed, 'document-2', START_MS + 10_000 + MOVE_WITHIN_MS)).toBe('document-2');
    expect(join(pressed, 'document-2', START_MS + 10_000 + MOVE_WITHIN_MS + 1)).toBeNull();
  });

  it('one next document for each press, and no third one', () => {
    const moved = bindDocument(pressed, TAB, 'document-2', START_MS + 10_001);
    expect(moved && join(moved, DOCUMENT, START_MS + 10_002)).toBeNull();
    expect(moved && join(moved, 'document-3', START_MS + 10_002)).toBeNull();
  });

  it('no document that comes before the gesture or the press, by a clock that was set back', () => {
    expect(join(fresh, DOCUMENT, START_MS - 1)).toBeNull();
    expect(join(pressed, 'document-2', START_MS + 9_999)).toBeNull();
  });

  it('no document of another tab, whatever its id', () => {
    expect(join(fresh, DOCUMENT, START_MS, TAB + 1)).toBeNull();
    expect(join(boundRun(), DOCUMENT, START_MS, TAB + 1)).toBeNull();
    expect(join(pressed, 'document-2', START_MS + 10_001, TAB + 1)).toBeNull();
  });

  it('a next document that starts with a clean slate: it is not on its way out', () => {
    expect(bindDocument(pressed, TAB, 'document-2', START_MS + 10_001)?.leaving).toBeNull();
  });
});

describe('a tab that came to rest away from the login page', () => {
  const submitted = { ...pressed, submitted: true };

  it.each([
    ['behind the sign-in, after the submit', submitted, `${SITE_ORIGIN}/dashboard`, 'signed-in'],
    ['on another site, after the submit', submitted, 'https://evil.example/dashboard', 'page-changed'],
    ['on another way in, after the submit', submitted, `${SITE_ORIGIN}/auth/backup`, 'page-changed'],
    ['somewhere else on the site, after the submit', submitted, `${SITE_ORIGIN}/pricing`, 'unconfirmed'],
    ['behind the sign-in without a submit of ours', pressed, `${SITE_ORIGIN}/dashboard`, 'page-changed'],
    [
      'out of sight, having said that it goes behind the sign-in',
      { ...submitted, leaving: 'signed-in' } as const,
      null,
      'signed-in',
    ],
    ['out of sight, having said that it goes elsewhere', submitted, null, 'unconfirmed'],
    ['out of sight, having said nothing', { ...submitted, leaving: null }, null, 'unconfirmed'],
    ['out of sight without a submit of ours', pressed, null, 'page-changed'],
  ])('%s: %s ends as told', (_, run, url, code) => {
    expect(concludeAway(run, url)).toEqual({ code, details: [] });
  });

  it('is not asked about while it shows the login page', () => {
    expect(concludeAway(submitted, LOGIN_URL).code).toBe('page-changed');
  });
});
