// A sign-in that was asked for while locked: when unlocking goes on with it, and when it does not.
import './stand-ins.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { intentItem, runItem } from '../../lib/browser/run-items';
import { INTENT_LIVES_MS } from '../../lib/signin/intent';
import { BY_PASSWORD } from './fresh-vault.testing';
import { vaultHandlers } from './handlers/vault';
import { good, NOON } from './held.testing';
import { lockNow } from './lock';
import { LOGIN, showLoginPage, tabs } from './login-tab.testing';
import { opened } from './popup.testing';
import { forgetIntent, handleGesture } from './sign-in';
import { prepareSignIn } from './sign-in.testing';

let accountId: string;

beforeEach(async () => {
  accountId = await prepareSignIn();
  await lockNow();
});

async function unlock() {
  good(await vaultHandlers['vault.unlock']({ wayIn: BY_PASSWORD }));
  return runItem.read();
}

describe.each(['command', 'menu'] as const)('asked for by %s while locked', gesture => {
  beforeEach(() => handleGesture(gesture));

  it('opens the popup and starts nothing', async () => {
    expect(opened.popups).toBe(1);
    expect(await runItem.read()).toBeNull();
  });

  it('goes on with the unlock in that popup, and with that one only', async () => {
    expect(await unlock()).toMatchObject({ accountId, tabId: LOGIN.tabId });
    await lockNow();
    expect(await unlock()).toBeNull();
  });

  it('is over after a minute, to the millisecond', async () => {
    vi.setSystemTime(NOON.getTime() + INTENT_LIVES_MS);
    expect(await unlock()).toBeNull();
    await lockNow();
    await handleGesture(gesture);
    vi.setSystemTime(NOON.getTime() + 2 * INTENT_LIVES_MS - 1);
    expect(await unlock()).not.toBeNull();
  });

  it('is over where the clock was set back behind it', async () => {
    vi.setSystemTime(NOON.getTime() - 1);
    expect(await unlock()).toBeNull();
  });

  it('is not for another document of the same tab', async () => {
    tabs.documents.set(LOGIN.tabId, 'token-2');
    expect(await unlock()).toBeNull();
  });

  it('is not for another tab, although its own still shows the document', async () => {
    tabs.front = { tabId: 8, documentToken: 'token-8' };
    tabs.documents.set(8, 'token-8');
    expect(await unlock()).toBeNull();
  });

  it('dies with the popup', async () => {
    await forgetIntent({ isWindow: false });
    expect(await unlock()).toBeNull();
  });

  it('dies with another lock', async () => {
    await lockNow();
    expect(await unlock()).toBeNull();
  });
});

it('away from the login page a gesture opens the popup and leaves nothing to go on with', async () => {
  tabs.front = null;
  await handleGesture('command');
  expect(opened.popups).toBe(1);
  expect(await intentItem.read()).toBeNull();
  showLoginPage();
  expect(await unlock()).toBeNull();
});
