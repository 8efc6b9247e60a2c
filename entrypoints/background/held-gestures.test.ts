import './stand-ins.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { intentItem, runItem } from '../../lib/browser/run-items';
import { MINUTE_MS, SECOND_MS } from '../../lib/shared/duration';
import { BY_PASSWORD } from './fresh-vault.testing';
import { heldHandlers } from './handlers/held';
import { signInHandlers } from './handlers/signin';
import { vaultHandlers } from './handlers/vault';
import type { Passkey } from './held.testing';
import { addAccount, good, NOON, refusalsOf, setUp, touch } from './held.testing';
import { lockNow } from './lock';
import { LOGIN, tabs } from './login-tab.testing';
import { opened } from './popup.testing';
import { forgetIntent, handleGesture } from './sign-in';
import { prepareSignIn } from './sign-in.testing';
import { publishStatus } from './worker';

let accountId: string;
let passkey: Passkey;

beforeEach(async () => {
  accountId = await prepareSignIn();
  passkey = await setUp(accountId);
});

async function start(touched = true) {
  return signInHandlers['signin.start']({ accountId, touch: touched ? await touch(passkey) : null });
}

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

  it('takes over what was asked for while locked, and unlocking there goes on with it', async () => {
    await lockNow();
    await handleGesture('command');
    good(await signInHandlers['signin.to-window']({ accountId: null }));
    tabs.front = null;
    await forgetIntent({ isWindow: false });
    expect(await publishStatus()).toMatchObject({ signInAsked: true });
    good(await vaultHandlers['vault.unlock']({ wayIn: BY_PASSWORD }));
    await forgetIntent({ isWindow: false });
    expect(await publishStatus()).toMatchObject({ touchAskedFor: accountId });
    good(await start());
    expect(await runItem.read()).toMatchObject({ accountId, tabId: LOGIN.tabId });
  });

  it('opens without a sign-in where there is none to go on with', async () => {
    good(await signInHandlers['signin.to-window']({ accountId: null }));
    expect(opened.windows).toBe(1);
    expect(await intentItem.read()).toBeNull();
  });
});
