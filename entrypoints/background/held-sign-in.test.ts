import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { heldKeyItem } from '../../lib/browser/held-key-item';
import { runCodesItem, runItem, usedStepsItem } from '../../lib/browser/run-items';
import { SECOND_MS } from '../../lib/shared/duration';
import { report } from '../../lib/signin/run.testing';
import { type APRIL, CODE, page, SUBMIT } from '../../lib/signin/snapshot.testing';
import { codeAt } from '../../lib/totp/code';
import { readAuthenticator } from '../../lib/totp/parse-authenticator';
import { makeFreshVault } from './fresh-vault.testing';
import { heldHandlers } from './handlers/held';
import { signInHandlers } from './handlers/signin';
import {
  addAccount,
  good,
  makePasskey,
  NOON,
  OTP,
  type Passkey,
  refusalsOf,
  sessionText,
  setUp,
  touch,
} from './held.testing';
import { lockNow } from './lock';
import { showLoginPage } from './login-tab.testing';

vi.mock('../../lib/crypto/kdf', async importOriginal => ({
  ...(await importOriginal<typeof import('../../lib/crypto/kdf')>()),
  derivePasswordKey: (await import('../../lib/vault/cheap-kdf.testing')).deriveCheaply,
}));

vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));
vi.mock('../../lib/browser/scrub-disk', () => ({ scrubDisk: async () => {} }));

vi.mock('../../lib/browser/login-tab', () => import('./login-tab.testing'));
vi.mock('../../lib/browser/popup', () => import('./popup.testing'));
vi.mock('../../lib/browser/text', () => ({ t: (key: string) => key }));
vi.mock('../../lib/browser/notify', () => ({ notifySignIn: async () => {} }));
vi.mock('../../lib/browser/badge', () => ({ showOnTab: async () => {}, showDueCount: async () => {} }));

const DOCUMENT = { tabId: 7, documentId: 'document-1', url: 'https://paramant.app/auth/login' };

let accountId: string;
let passkey: Passkey;

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  await makeFreshVault();
  showLoginPage();
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
    expect(made?.codes).toHaveLength(15);
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
    expect((await runCodesItem.read())?.codes).toHaveLength(15);
  });
});
