import './stand-ins.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { beginningsItem, lastRunItem, runItem } from '../../lib/browser/run-items';
import { MINUTE_MS } from '../../lib/shared/duration';
import { NOT_AGAIN_WITHIN_MS } from '../../lib/signin/automatic';
import { report } from '../../lib/signin/run.testing';
import { EMAIL, KEY, page, SUBMIT } from '../../lib/signin/snapshot.testing';
import { onButton } from './badge.testing';
import { BY_PASSWORD } from './fresh-vault.testing';
import { accountHandlers } from './handlers/accounts';
import { signInHandlers } from './handlers/signin';
import { vaultHandlers } from './handlers/vault';
import { addAccount, good, NOON, setUp } from './held.testing';
import { lockNow } from './lock';
import { tabs } from './login-tab.testing';
import { prepareSignIn } from './sign-in.testing';

const LOGIN = { tabId: 7, documentId: 'document-1', url: 'https://paramant.app/auth/login?next=/dashboard' };
const ARRIVED = { isNew: true, isFromSite: false };

let accountId: string;

beforeEach(async () => {
  accountId = await prepareSignIn();
  good(await vaultHandlers['policy.set-sign-in-mode']({ mode: 'automatic', proof: BY_PASSWORD }));
});

/** What runs after the login page has come up so. */
async function arrive(over: Partial<typeof LOGIN> = {}, arrival = ARRIVED) {
  good(await signInHandlers['signin.arrived'](arrival, { ...LOGIN, ...over }));
  return runItem.read();
}

async function start(id: string | null = accountId) {
  return signInHandlers['signin.start']({ accountId: id, touch: null });
}

/** Keeps what the second look at the beginnings has found from whoever looked, until it is released. */
function holdSecondLook() {
  const read = beginningsItem.read.bind(beginningsItem);
  let release = () => {};
  const released = new Promise<void>(resolve => {
    release = resolve;
  });
  let looks = 0;
  vi.spyOn(beginningsItem, 'read').mockImplementation(async () => {
    looks += 1;
    const isSecond = looks === 2;
    const found = await read();
    if (isSecond) await released;
    return found;
  });
  return () => release();
}

async function lastOutcome() {
  return (await lastRunItem.read())?.outcome ?? null;
}

describe('a sign-in that starts by itself', () => {
  it('starts where the login page has come up in front, and in no other document than that one', async () => {
    expect(await arrive()).toMatchObject({ gesture: 'automatic', accountId, mode: 'full', documentId: 'document-1' });
    const runId = (await runItem.read())?.runId ?? '';
    const step = { runId, report: report(page([EMAIL], [SUBMIT])) };
    const elsewhere = good(await signInHandlers['signin.step'](step, { ...LOGIN, documentId: 'document-2' }));
    expect(elsewhere).toMatchObject({ do: 'end' });
    expect(good(await signInHandlers['signin.step'](step, LOGIN))).toMatchObject({ do: 'write', kind: 'email' });
  });

  it.each([
    ['the vault is locked', () => lockNow()],
    ['it was turned off', () => vaultHandlers['policy.set-sign-in-mode']({ mode: 'full', proof: null })],
    ['the tab is not in front', () => Object.assign(tabs, { front: null })],
    ['a passkey holds the account and was not touched', () => setUp(accountId)],
    ['several accounts leave a choice', () => addAccount({ label: 'Client', email: 'client@example.org' })],
    [
      'five sign-ins were submitted in the last minutes',
      async () => {
        for (let index = 0; index < 5; index++) {
          await signInHandlers['signin.submitted']({ agoMs: index * MINUTE_MS }, LOGIN);
        }
      },
    ],
  ])('does not where %s', async (_, change) => {
    await change();
    expect(await arrive()).toBeNull();
  });

  it.each([
    ['on a page below the login page', { url: 'https://paramant.app/auth/login/code' }, ARRIVED],
    ['after a reload', {}, { isNew: false, isFromSite: false }],
    ['where the site itself led there, as after a sign-out', {}, { isNew: true, isFromSite: true }],
  ])('does not %s', async (_, over, arrival) => {
    expect(await arrive(over, arrival)).toBeNull();
  });

  it('signs in the default of several', async () => {
    const client = await addAccount({ label: 'Client', email: 'client@example.org' });
    good(await accountHandlers['accounts.set-default']({ id: client }));
    expect(await arrive()).toMatchObject({ accountId: client });
  });

  it('starts once in a quarter of an hour in one tab, whatever began the one before', async () => {
    good(await start());
    await signInHandlers['signin.cancel']({});
    expect(await arrive({ documentId: 'document-2' })).toBeNull();
    vi.setSystemTime(NOON.getTime() + NOT_AGAIN_WITHIN_MS);
    expect(await arrive({ documentId: 'document-3' })).not.toBeNull();
  });

  it('starts once of two events of the same arrival, also where the first one is over before the second is judged', async () => {
    const release = holdSecondLook();
    const both = Promise.all([arrive(), arrive()]);
    await vi.waitFor(async () => expect(await runItem.read()).not.toBeNull());
    await signInHandlers['signin.cancel']({});
    release();
    await both;
    expect(await runItem.read()).toBeNull();
  });

  it('counts as begun before it begins: where the worker dies in between, none starts in its place', async () => {
    vi.spyOn(runItem, 'write').mockRejectedValueOnce(new Error('killed'));
    expect(await arrive()).toBeNull();
    expect(await arrive({ documentId: 'document-2' })).toBeNull();
  });

  it('gives way to one that a person has started', async () => {
    good(await start());
    tabs.front = { tabId: 8, documentToken: null };
    expect(await arrive({ tabId: 8 })).toMatchObject({ tabId: 7, gesture: 'popup' });
  });
});

describe('cancelling', () => {
  it('ends the run, which the page then gets nothing more from', async () => {
    good(await start());
    const runId = (await runItem.read())?.runId ?? '';
    good(await signInHandlers['signin.cancel']({}));
    expect(await lastOutcome()).toBe('cancelled');
    const step = { runId, report: report(page([EMAIL], [SUBMIT])) };
    expect(good(await signInHandlers['signin.step'](step, LOGIN))).toMatchObject({ do: 'end' });
  });

  it('says nothing where nothing is under way', async () => {
    good(await signInHandlers['signin.cancel']({}));
    expect(await lastOutcome()).toBeNull();
  });

  it('is not what it is called where the page itself has gone on to a document that has no part in the run', async () => {
    await arrive();
    await arrive({ documentId: 'document-2' });
    expect(await lastOutcome()).toBe('page-changed');
    expect(await runItem.read()).toBeNull();
  });

  it('is done by reloading the page', async () => {
    await arrive();
    await arrive({ documentId: 'document-2' }, { isNew: false, isFromSite: true });
    expect(await lastOutcome()).toBe('cancelled');
  });
});

describe('the choice of an account', () => {
  it('holds for every step, whatever becomes the default meanwhile', async () => {
    const client = await addAccount({ label: 'Client', email: 'client@example.org', apiKey: 'b2'.repeat(32) });
    good(await start(client));
    const runId = (await runItem.read())?.runId ?? '';
    const form = page([EMAIL, KEY], [SUBMIT]);
    const first = good(await signInHandlers['signin.step']({ runId, report: report(form) }, LOGIN));
    expect(first).toMatchObject({ kind: 'email', value: 'client@example.org' });
    good(await accountHandlers['accounts.set-default']({ id: accountId }));
    const second = { runId, report: report(form, { did: 'wrote' }) };
    expect(good(await signInHandlers['signin.step'](second, LOGIN))).toMatchObject({
      kind: 'key',
      value: 'b2'.repeat(32),
    });
  });

  it('names whom it signs in on the toolbar button, and nobody where there is but one', async () => {
    good(await start());
    expect(onButton).toContain('7 … toolbar.running');
    await addAccount({ label: 'Client', email: 'client@example.org' });
    good(await start());
    expect(onButton).toContain('7 … toolbar.runningAs Work');
  });
});
