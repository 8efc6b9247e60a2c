import { describe, expect, it } from 'vitest';
import type { TabLook } from './judge-tab';
import { isSilent, judgeTab } from './judge-tab';
import type { Run } from './run';
import { startRun } from './run';
import { START } from './run.testing';

const NOW_MS = 1_700_000_000_000;
const RUN: Run = startRun(START, NOW_MS);
const SUBMITTED: Run = { ...RUN, submitted: true };
const LOGIN = 'https://paramant.app/auth/login';
const DASHBOARD = 'https://paramant.app/dashboard';

function at(url: string | null, answers = false): TabLook {
  return { state: 'complete', url, answers };
}

describe('a look at the tab of a run', () => {
  it.each<[string, Run, TabLook, number, string | null]>([
    ['goes on while the tab loads', SUBMITTED, { state: 'loading' }, 0, null],
    ['goes on while the login page is there', RUN, at(LOGIN), 0, null],
    ['goes on while the login page answers', RUN, at(null, true), 0, null],
    ['goes on while the tab has been silent for a moment only', SUBMITTED, at(null), 2, null],
    ['ends with the tab', RUN, { state: 'closed' }, 0, 'cancelled'],
    ['ends signed in behind the login', SUBMITTED, at(DASHBOARD), 0, 'signed-in'],
    ['ends without a claim where nothing was submitted', RUN, at(DASHBOARD), 0, 'page-changed'],
    ['ends without a claim on another site', SUBMITTED, at('https://example.org/'), 0, 'page-changed'],
    ['ends unconfirmed where the tab stays silent', SUBMITTED, at(null), 3, 'unconfirmed'],
    ['believes what the page said on its way out', { ...SUBMITTED, leaving: 'signed-in' }, at(null), 3, 'signed-in'],
  ])('%s', (_, run, look, silentLooks, code) => {
    expect(judgeTab(run, look, silentLooks, NOW_MS)?.code ?? null).toBe(code);
  });

  it('ends a run whose time is over, but says where the tab is if that is known', () => {
    expect(judgeTab(RUN, at(LOGIN), 0, RUN.endsAtMs + 1)?.code).toBe('timed-out');
    expect(judgeTab(SUBMITTED, at(DASHBOARD), 0, RUN.endsAtMs + 1)?.code).toBe('signed-in');
  });

  it('ends a run whose script has not spoken for a quarter of a minute', () => {
    expect(judgeTab(RUN, at(LOGIN), 0, NOW_MS + 15_000)).toBeNull();
    expect(judgeTab(RUN, at(LOGIN), 0, NOW_MS + 15_001)?.code).toBe('page-unreachable');
  });

  it('is silent only where neither the URL nor the script of the login page speaks', () => {
    expect([at(null), at(null, true), at(LOGIN), { state: 'loading' } as const].map(isSilent)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
