// What is said of a sign-in where no popup is open: on the toolbar button, and in a notification where it failed.
import './stand-ins.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lastRunItem, runItem } from '../../lib/browser/run-items';
import { SECOND_MS } from '../../lib/shared/duration';
import { APRIL, CODE, page, SUBMIT } from '../../lib/signin/snapshot.testing';
import { onButton } from './badge.testing';
import { signInHandlers } from './handlers/signin';
import { good } from './held.testing';
import { LOGIN, tabs } from './login-tab.testing';
import { notified } from './notify.testing';
import { handleGesture } from './sign-in';
import { codeOf, noon, prepareSignIn, start, step, submit } from './sign-in.testing';
import { noteUsedStep } from './used-steps';

const CODE_PAGE = page([CODE], [SUBMIT]);
const saying = (mark: string, title: string) => `${LOGIN.tabId} ${mark} ${title}`;

let accountId: string;

beforeEach(async () => {
  accountId = await prepareSignIn();
});

describe('a wait for the next code', () => {
  it('is counted down on the button, is told to pages, and ends with the code that was waited for', async () => {
    const current = noon / 30_000;
    for (const used of [current - 1, current]) await noteUsedStep(accountId, used, noon);
    vi.setSystemTime(noon + 18 * SECOND_MS);
    good(await start(accountId));
    expect(await step(CODE_PAGE)).toEqual({ do: 'wait' });
    expect((await runItem.read())?.waitsUntilMs).toBe(noon + 30 * SECOND_MS);
    await vi.waitFor(() => expect(onButton).toContain(saying('12', 'toolbar.nextCode 12')));
    vi.setSystemTime(noon + 21 * SECOND_MS);
    await vi.waitFor(() => expect(onButton).toContain(saying('9', 'toolbar.nextCode 9')));
    expect(await step(CODE_PAGE)).toEqual({ do: 'wait' });
    vi.setSystemTime(noon + 30 * SECOND_MS);
    expect(await step(CODE_PAGE)).toMatchObject({ do: 'write', value: codeOf(noon + 30 * SECOND_MS) });
    await vi.waitFor(() => expect(onButton.at(-1)).toBe(saying('…', 'toolbar.running')));
  });
});

describe('the end of a sign-in', () => {
  it('that was asked for outside the popup is notified where it failed, and said on the button', async () => {
    await handleGesture('command');
    for (const did of ['nothing', 'wrote', 'wrote'] as const) await step(APRIL, { did });
    await step(APRIL, { did: 'pressed', status: 401 });
    expect((await lastRunItem.read())?.outcome).toBe('rejected');
    const sentence = 'outcome.rejected value.oneOfTwo value.email value.code';
    expect(notified).toEqual([sentence]);
    expect(onButton.at(-1)).toBe(saying('!', sentence));
  });

  it('that the popup says itself, that the person made, or that went well is no news', async () => {
    await submit(accountId);
    await step(APRIL, { did: 'pressed', status: 401 });
    await handleGesture('menu');
    await signInHandlers['signin.cancel']({});
    expect((await lastRunItem.read())?.outcome).toBe('cancelled');
    await handleGesture('command');
    await handleGesture('command');
    expect((await lastRunItem.read())?.outcome).toBe('replaced');
    expect(notified).toEqual([]);
  });

  it('names no secret and no code, on the button and in the notification', async () => {
    await handleGesture('command');
    for (const did of ['nothing', 'wrote', 'wrote'] as const) await step(APRIL, { did });
    await step(APRIL, { did: 'pressed', status: 500 });
    const all = [...onButton, ...notified].join('\n');
    expect(notified).toHaveLength(1);
    expect([codeOf(noon), 'a1a1a1', 'GEZDGNBV'].filter(secret => all.includes(secret))).toEqual([]);
  });

  it('comes at once where no script answers in the tab', async () => {
    tabs.answers = false;
    await handleGesture('command');
    expect((await lastRunItem.read())?.outcome).toBe('page-unreachable');
    expect(await runItem.read()).toBeNull();
  });
});
