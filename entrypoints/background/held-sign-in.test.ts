import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { heldKeyItem } from '../../lib/browser/held-key-item';
import type { LoginTab } from '../../lib/browser/login-tab';
import { intentItem, runCodesItem, runItem, usedStepsItem } from '../../lib/browser/run-items';
import type { Bytes } from '../../lib/shared/bytes';
import { MINUTE_MS, SECOND_MS } from '../../lib/shared/duration';
import { report } from '../../lib/signin/run.testing';
import { type APRIL, CODE, page, SUBMIT } from '../../lib/signin/snapshot.testing';
import { codeAt } from '../../lib/totp/code';
import { readAuthenticator } from '../../lib/totp/parse-authenticator';
import { heldHandlers } from './handlers/held';
import { signInHandlers } from './handlers/signin';
import { vaultHandlers } from './handlers/vault';
import {
  addAccount,
  BY_PASSWORD,
  good,
  makePasskey,
  NOON,
  OTP,
  type Passkey,
  refusalsOf,
  sessionText,
  setUp,
  startOver,
  touch,
} from './held.testing';
import { lockNow } from './lock';
import { forgetIntent, handleGesture } from './sign-in';
import { publishStatus, vault } from './worker';

vi.mock('../../lib/crypto/kdf', async importOriginal => ({
  ...(await importOriginal<typeof import('../../lib/crypto/kdf')>()),
  derivePasswordKey: (await import('../../lib/vault/cheap-kdf.testing')).deriveCheaply,
}));

// Node has no IndexedDB.
const spares = vi.hoisted(() => new Map<string, Bytes>());
vi.mock('../../lib/browser/spare-store', () => ({
  spareStore: {
    read: async (name: string) => spares.get(name) ?? null,
    savedAtMs: async () => null,
    write: async (name: string, envelope: Bytes) => void spares.set(name, envelope),
  },
}));

// The tabs of the browser: which is in front, and which document each shows.
const tabs = vi.hoisted(() => ({ front: null as LoginTab | null, documents: new Map<number, string>() }));
vi.mock('../../lib/browser/login-tab', () => ({
  findLoginTab: async () => tabs.front,
  findActiveTab: async () => null,
  showsDocument: async ({ tabId, documentToken }: LoginTab) => tabs.documents.get(tabId) === documentToken,
  beginInTab: async () => true,
  lookAtTab: async () => ({ state: 'loading' }),
}));
vi.mock('../../lib/browser/text', () => ({ t: (key: string) => key }));
vi.mock('../../lib/browser/notify', () => ({ notifySignIn: async () => {} }));
vi.mock('../../lib/browser/badge', () => ({ showOnTab: async () => {}, showDueCount: async () => {} }));

const opened = vi.hoisted(() => ({ popups: 0, windows: 0 }));
vi.mock('../../lib/browser/popup', () => ({
  openPopup: async () => ++opened.popups > 0,
  openSmallWindow: async () => void opened.windows++,
}));

const LOGIN: LoginTab = { tabId: 7, documentToken: 'token-1' };
const DOCUMENT = { tabId: 7, documentId: 'document-1' };

let accountId: string;
let passkey: Passkey;

beforeEach(async () => {
  vi.restoreAllMocks();
  await vault.settled();
  spares.clear();
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  await startOver();
  Object.assign(opened, { popups: 0, windows: 0 });
  tabs.front = LOGIN;
  tabs.documents = new Map([[LOGIN.tabId, 'token-1']]);
  accountId = await addAccount();
  passkey = await setUp(accountId);
});

async function start(touched = true) {
  return signInHandlers['signin.start']({ accountId, touch: touched ? await touch(passkey) : null });
}

/** What the page is told next, when it shows this. */
async function step(snapshot: typeof APRIL, did: 'nothing' | 'wrote' = 'nothing') {
  const run = await runItem.read();
  return good(
    await signInHandlers['signin.step']({ runId: run?.runId ?? '', report: report(snapshot, { did }) }, DOCUMENT),
  );
}

function codeOf(atMs: number): string {
  return codeAt(good(readAuthenticator(OTP)).authenticator, atMs).code;
}

describe('a sign-in of a held account', () => {
  it('takes a touch', async () => {
    expect(refusalsOf(await start(false))).toEqual(['held-touch-needed']);
    expect(await runItem.read()).toBeNull();
    const wrong = { accountId, touch: await touch(makePasskey()) };
    expect(refusalsOf(await signInHandlers['signin.start'](wrong))).toEqual(['held-wrong-touch']);
    expect(await runItem.read()).toBeNull();
  });

  it('keeps the codes of its time and nothing that makes more', async () => {
    good(await start());
    const made = await runCodesItem.read();
    expect(made?.runId).toBe((await runItem.read())?.runId);
    expect(made?.codes.map(({ code }) => code)).toContain(codeOf(NOON.getTime() + 120 * SECOND_MS));
    expect(made?.codes).toHaveLength(7);
    expect(await heldKeyItem.read()).toBeNull();
    expect(await sessionText()).not.toContain(OTP);
  });

  it('enters the code of the moment once, and forgets the others', async () => {
    good(await start());
    vi.setSystemTime(NOON.getTime() + 65 * SECOND_MS);
    // The page has had no reason to answer before; its first answer binds it.
    const run = await runItem.read();
    if (run !== null) await runItem.write({ ...run, documentId: DOCUMENT.documentId });
    const instruction = await step(page([CODE], [SUBMIT]));
    expect(instruction).toMatchObject({ do: 'write', kind: 'code', value: codeOf(NOON.getTime() + 65 * SECOND_MS) });
    expect(await runCodesItem.read()).toBeNull();
    expect(await usedStepsItem.read()).toMatchObject([{ token: accountId }]);
  });

  it('uses no time step twice, like any other', async () => {
    good(await start());
    await step(page([CODE], [SUBMIT]));
    good(await start());
    const second = await step(page([CODE], [SUBMIT]));
    expect(second).toMatchObject({ do: 'write', value: codeOf(NOON.getTime() - 30 * SECOND_MS) });
    good(await start());
    expect(await step(page([CODE], [SUBMIT]))).toEqual({ do: 'wait' });
    vi.setSystemTime(NOON.getTime() + 30 * SECOND_MS);
    const third = await step(page([CODE], [SUBMIT]));
    expect(third).toMatchObject({ do: 'write', value: codeOf(NOON.getTime() + 30 * SECOND_MS) });
  });

  it.each([
    ['a lock', () => lockNow()],
    [
      'a newer sign-in of another account',
      async () => {
        const other = await addAccount({ label: 'Client', email: 'client@example.org' });
        good(await signInHandlers['signin.start']({ accountId: other, touch: null }));
      },
    ],
  ])('leaves no code behind %s', async (_, end) => {
    good(await start());
    expect(await runCodesItem.read()).not.toBeNull();
    await end();
    expect(await fakeBrowser.storage.session.get('run.codes')).toEqual({});
  });

  it('takes no touch while an earlier one serves', async () => {
    good(await heldHandlers['held.set-keep-open']({ touch: await touch(passkey), minutes: 5 }));
    good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
    good(await start(false));
    expect((await runCodesItem.read())?.codes).toHaveLength(7);
  });
});

describe('a gesture where no passkey can be touched', () => {
  it('opens the popup, which is told whose touch is waited for, and the touch goes on with it', async () => {
    await handleGesture('command');
    expect(opened.popups).toBe(1);
    expect(await runItem.read()).toBeNull();
    expect(await publishStatus()).toMatchObject({ touchAskedFor: accountId });
    good(await start());
    expect(await runItem.read()).toMatchObject({ accountId, tabId: LOGIN.tabId });
    expect(await publishStatus()).toMatchObject({ touchAskedFor: null, signInAsked: false });
  });

  it('needs none while an earlier touch serves', async () => {
    good(await heldHandlers['held.set-keep-open']({ touch: await touch(passkey), minutes: 5 }));
    good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
    await handleGesture('command');
    expect(opened.popups).toBe(0);
    expect(await runItem.read()).toMatchObject({ accountId });
  });

  it('is waited for after an unlock too, with a minute of its own', async () => {
    await lockNow();
    await handleGesture('menu');
    expect(await publishStatus()).toMatchObject({ signInAsked: true, touchAskedFor: null });
    vi.setSystemTime(NOON.getTime() + 50 * SECOND_MS);
    good(await vaultHandlers['vault.unlock']({ wayIn: BY_PASSWORD }));
    expect(await runItem.read()).toBeNull();
    vi.setSystemTime(NOON.getTime() + 100 * SECOND_MS);
    expect(await publishStatus()).toMatchObject({ touchAskedFor: accountId });
    good(await start());
    expect(await runItem.read()).toMatchObject({ accountId });
  });

  it('is forgotten after a minute', async () => {
    await handleGesture('command');
    vi.setSystemTime(NOON.getTime() + MINUTE_MS);
    expect(await publishStatus()).toMatchObject({ touchAskedFor: null });
  });

  it('dies with the popup, and with no window', async () => {
    await handleGesture('command');
    await forgetIntent({ isWindow: true });
    expect(await publishStatus()).toMatchObject({ touchAskedFor: accountId });
    await forgetIntent({ isWindow: false });
    expect(await publishStatus()).toMatchObject({ touchAskedFor: null });
  });

  it('is forgotten at a lock', async () => {
    await handleGesture('command');
    await lockNow();
    expect(await intentItem.read()).toBeNull();
  });
});

describe('the small window', () => {
  async function toWindow() {
    good(await signInHandlers['signin.to-window']({ accountId }));
    // From now on it is in front, and no login page.
    tabs.front = null;
  }

  it('goes on with the sign-in in the tab that was in front', async () => {
    await toWindow();
    expect(opened.windows).toBe(1);
    expect(await publishStatus()).toMatchObject({ touchAskedFor: accountId });
    await forgetIntent({ isWindow: false });
    good(await start());
    expect(await runItem.read()).toMatchObject({ accountId, tabId: LOGIN.tabId });
  });

  it('does not, where the tab has moved on to another document', async () => {
    await toWindow();
    tabs.documents.set(LOGIN.tabId, 'token-2');
    expect(refusalsOf(await start())).toEqual(['signin-not-here']);
  });

  it('does not for another account than the one that was asked for', async () => {
    const other = await addAccount({ label: 'Client', email: 'client@example.org' });
    await toWindow();
    const input = { accountId: other, touch: null };
    expect(refusalsOf(await signInHandlers['signin.start'](input))).toEqual(['signin-not-here']);
  });

  it('takes what waits along when it closes', async () => {
    await toWindow();
    await forgetIntent({ isWindow: true });
    expect(refusalsOf(await start())).toEqual(['signin-not-here']);
  });

  it('opens without a sign-in where there is none to go on with', async () => {
    good(await signInHandlers['signin.to-window']({ accountId: null }));
    expect(opened.windows).toBe(1);
    expect(await intentItem.read()).toBeNull();
  });
});
