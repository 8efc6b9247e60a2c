// All that a login page is ever told: the page may be broken into, and so may the process it runs in.
import './stand-ins.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lastRunItem, runItem, skewItem } from '../../lib/browser/run-items';
import type { Report } from '../../lib/signin/run';
import { report } from '../../lib/signin/run.testing';
import type { Snapshot } from '../../lib/signin/snapshot';
import { APRIL, DOCUMENTED, EMAIL, KEY, NOTHING_ASKED, page, SUBMIT } from '../../lib/signin/snapshot.testing';
import { BY_PASSWORD } from './fresh-vault.testing';
import { authenticatorHandlers } from './handlers/authenticators';
import { signInHandlers } from './handlers/signin';
import { vaultHandlers } from './handlers/vault';
import { addAccount, draft, good, NEXT_OTP } from './held.testing';
import { lockNow } from './lock';
import { codeOf, DOCUMENT, noon, prepareSignIn, start, step } from './sign-in.testing';
import { vault } from './worker';

const OTHER = { label: 'Client', email: 'client@example.org', apiKey: 'b2'.repeat(32), authenticator: NEXT_OTP };

let accountId: string;
let otherId: string;

beforeEach(async () => {
  accountId = await prepareSignIn();
  otherId = await addAccount(OTHER);
});

const PAGES: readonly Snapshot[] = [DOCUMENTED.email, DOCUMENTED.key, DOCUMENTED.code, APRIL, NOTHING_ASKED];
const DID: readonly Report['did'][] = ['wrote', 'pressed', 'nothing'];
const countOf = (text: string, part: string) => text.split(part).length - 1;

describe('a page on the right origin that is not what it was', () => {
  it('hears of the one account that was chosen, each value once, and of no other and no name', async () => {
    good(await start(accountId));
    const told: unknown[] = [];
    // It lies about what it shows and did, and asks on after the run is over.
    const asks = [DOCUMENTED.email, DOCUMENTED.key, DOCUMENTED.code, ...PAGES, ...PAGES];
    for (const [index, snapshot] of asks.entries()) {
      told.push(good(await signInHandlers['signin.hello']({}, DOCUMENT)));
      told.push(await step(snapshot, { did: index < 4 ? 'wrote' : (DID[index % DID.length] ?? 'nothing') }));
      told.push(good(await signInHandlers['signin.submitted']({ agoMs: index }, DOCUMENT)));
      told.push(good(await signInHandlers['signin.arrived']({ isNew: true, isFromSite: false }, DOCUMENT)));
    }
    const text = JSON.stringify(told);
    expect([draft.email, draft.apiKey, codeOf(noon)].map(value => countOf(text, value))).toEqual([1, 1, 1]);
    const kept = [OTHER.label, draft.label, OTHER.email, OTHER.apiKey, OTHER.authenticator, draft.authenticator];
    expect([...kept, accountId, otherId].filter(value => text.includes(value))).toEqual([]);
    expect(text.match(/"value":"[^"]+"/gu)).toHaveLength(3);
  });

  it('is told by its greeting of no run that another document began or that none has answered yet', async () => {
    good(await start(accountId));
    expect(good(await signInHandlers['signin.hello']({}, DOCUMENT))).toEqual({ runId: null });
    await step(page([EMAIL], [SUBMIT]));
    const other = { ...DOCUMENT, documentId: 'document-2' };
    expect(good(await signInHandlers['signin.hello']({}, other))).toEqual({ runId: null });
    expect((await runItem.read())?.documentId).toBe(DOCUMENT.documentId);
  });

  it('chooses no time for which its clock would count', async () => {
    good(await start(accountId));
    const runId = (await runItem.read())?.runId ?? '';
    for (const awayMs of [-60_000, 60_000]) {
      const atMs = noon + awayMs;
      const clock = { sentAtMs: atMs, receivedAtMs: atMs, siteMs: atMs + 90_000 };
      good(await signInHandlers['signin.step']({ runId, report: report(APRIL, { did: 'wrote' }), clock }, DOCUMENT));
      expect(await skewItem.read()).toBeNull();
    }
  });

  it('sets no clock where it has no part in a run', async () => {
    const clock = { sentAtMs: noon, receivedAtMs: noon, siteMs: noon + 60_000 };
    const input = { runId: 'none', report: report(APRIL), clock };
    good(await signInHandlers['signin.step'](input, DOCUMENT));
    expect(await skewItem.read()).toBeNull();
    good(await start(accountId));
    await step(APRIL);
    const runId = (await runItem.read())?.runId ?? '';
    good(await signInHandlers['signin.step']({ ...input, runId }, { ...DOCUMENT, documentId: 'document-2' }));
    expect(await skewItem.read()).toBeNull();
  });
});

describe('an authenticator that is said to be reset in the middle of a sign-in', () => {
  it('makes no code for it any more', async () => {
    good(await start(accountId));
    await step(APRIL);
    good(await authenticatorHandlers['signin.authenticator-dead']({ id: accountId, isDead: true }));
    expect(await step(APRIL, { did: 'wrote' })).toMatchObject({ outcome: { code: 'authenticator-dead' } });
  });
});

describe('a lock in the middle of a sign-in', () => {
  const unlock = async () => good(await vaultHandlers['vault.unlock']({ wayIn: BY_PASSWORD }));
  const form = page([EMAIL, KEY], [SUBMIT]);

  it('ends it, and no unlock goes on with it', async () => {
    good(await start(accountId));
    await step(form);
    const runId = (await runItem.read())?.runId ?? '';
    await lockNow();
    expect((await lastRunItem.read())?.outcome).toBe('interrupted');
    await unlock();
    const next = { runId, report: report(form, { did: 'wrote' }) };
    expect(good(await signInHandlers['signin.step'](next, DOCUMENT))).toMatchObject({ do: 'end' });
  });

  it('is noticed by the next step where it could end nothing, as where the worker died with it', async () => {
    good(await start(accountId));
    await step(form);
    await vault.lock();
    vi.setSystemTime(noon + 1_000);
    await unlock();
    expect(await runItem.read()).not.toBeNull();
    expect(await step(form, { did: 'wrote' })).toMatchObject({ do: 'end', outcome: { code: 'interrupted' } });
  });

  it('is noticed before a press, too, which carries no value', async () => {
    const step1 = page([EMAIL], [SUBMIT]);
    good(await start(accountId));
    await step(step1);
    await vault.lock();
    vi.setSystemTime(noon + 1_000);
    await unlock();
    expect(await step(step1, { did: 'wrote' })).toMatchObject({ do: 'end', outcome: { code: 'interrupted' } });
  });

  it('keeps back a value that was looked up already', async () => {
    good(await start(accountId));
    const write = runItem.write;
    vi.spyOn(runItem, 'write').mockImplementation(async run => {
      await write(run);
      if (run.served.length > 0) await vault.lock();
    });
    const told = await step(form);
    expect(told).toMatchObject({ do: 'end', outcome: { code: 'interrupted' } });
    expect(JSON.stringify(told)).not.toContain(draft.email);
  });

  it('lets none begin that was under way to it', async () => {
    const read = runItem.read;
    vi.spyOn(runItem, 'read').mockImplementation(async () => {
      const found = await read();
      await vault.lock();
      return found;
    });
    expect((await start(accountId)).ok).toBe(false);
    vi.restoreAllMocks();
    expect(await runItem.read()).toBeNull();
  });
});
