// What is said of a sign-in where no popup is open: on the toolbar button, and in a notification where it failed.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lastRunItem, runItem } from '../../lib/browser/run-items';
import { SECOND_MS } from '../../lib/shared/duration';
import { APRIL, CODE, page, SUBMIT } from '../../lib/signin/snapshot.testing';
import { makeFreshVault } from './fresh-vault.testing';
import { signInHandlers } from './handlers/signin';
import { addAccount, good, NOON } from './held.testing';
import { LOGIN, showLoginPage, tabs } from './login-tab.testing';
import { handleGesture } from './sign-in';
import { codeOf, noon, start, step, submit } from './sign-in.testing';
import { noteUsedStep } from './used-steps';

vi.mock('../../lib/crypto/kdf', async importOriginal => ({
  ...(await importOriginal<typeof import('../../lib/crypto/kdf')>()),
  derivePasswordKey: (await import('../../lib/vault/cheap-kdf.testing')).deriveCheaply,
}));
vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));
vi.mock('../../lib/browser/scrub-disk', () => ({ scrubDisk: async () => {} }));
vi.mock('../../lib/browser/login-tab', () => import('./login-tab.testing'));
vi.mock('../../lib/browser/popup', () => import('./popup.testing'));
vi.mock('../../lib/browser/text', () => ({
  t: (key: string, given: readonly unknown[] = []) => [key, ...given].join(' '),
}));

const said = vi.hoisted(() => ({ button: [] as string[], notified: [] as string[] }));
vi.mock('../../lib/browser/notify', () => ({
  notifySignIn: async (_title: string, text: string) => void said.notified.push(text),
}));
vi.mock('../../lib/browser/badge', () => ({
  showOnTab: async (tabId: number, text: string, title: string) => void said.button.push(`${tabId} ${text} ${title}`),
  showDueCount: async () => {},
  showIcon: async () => {},
  iconOf: () => 'unlocked',
}));

const CODE_PAGE = page([CODE], [SUBMIT]);
const onButton = (text: string, title: string) => `${LOGIN.tabId} ${text} ${title}`;

let accountId: string;

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  await makeFreshVault();
  showLoginPage();
  accountId = await addAccount();
  Object.assign(said, { button: [], notified: [] });
});

describe('a wait for the next code', () => {
  it('is counted down on the button, is told to pages, and ends with the code that was waited for', async () => {
    const current = noon / 30_000;
    for (const used of [current - 1, current]) await noteUsedStep(accountId, used, noon);
    vi.setSystemTime(noon + 18 * SECOND_MS);
    good(await start(accountId));
    expect(await step(CODE_PAGE)).toEqual({ do: 'wait' });
    expect((await runItem.read())?.waitsUntilMs).toBe(noon + 30 * SECOND_MS);
    await vi.waitFor(() => expect(said.button).toContain(onButton('12', 'toolbar.nextCode 12')));
    vi.setSystemTime(noon + 21 * SECOND_MS);
    await vi.waitFor(() => expect(said.button).toContain(onButton('9', 'toolbar.nextCode 9')));
    expect(await step(CODE_PAGE)).toEqual({ do: 'wait' });
    vi.setSystemTime(noon + 30 * SECOND_MS);
    expect(await step(CODE_PAGE)).toMatchObject({ do: 'write', value: codeOf(noon + 30 * SECOND_MS) });
    await vi.waitFor(() => expect(said.button.at(-1)).toBe(onButton('…', 'toolbar.running')));
  });
});

describe('the end of a sign-in', () => {
  it('that was asked for outside the popup is notified where it failed, and said on the button', async () => {
    await handleGesture('command');
    for (const did of ['nothing', 'wrote', 'wrote'] as const) await step(APRIL, { did });
    await step(APRIL, { did: 'pressed', status: 401 });
    expect((await lastRunItem.read())?.outcome).toBe('rejected');
    const sentence = 'outcome.rejected value.oneOfTwo value.email value.code';
    expect(said.notified).toEqual([sentence]);
    expect(said.button.at(-1)).toBe(onButton('!', sentence));
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
    expect(said.notified).toEqual([]);
  });

  it('names no secret and no code, on the button and in the notification', async () => {
    await handleGesture('command');
    for (const did of ['nothing', 'wrote', 'wrote'] as const) await step(APRIL, { did });
    await step(APRIL, { did: 'pressed', status: 500 });
    const all = [...said.button, ...said.notified].join('\n');
    expect(said.notified).toHaveLength(1);
    expect([codeOf(noon), 'a1a1a1', 'GEZDGNBV'].filter(secret => all.includes(secret))).toEqual([]);
  });

  it('comes at once where no script answers in the tab', async () => {
    tabs.answers = false;
    await handleGesture('command');
    expect((await lastRunItem.read())?.outcome).toBe('page-unreachable');
    expect(await runItem.read()).toBeNull();
  });
});
