import './stand-ins.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { heldKeyItem } from '../../lib/browser/held-key-item';
import { runCodesItem, runItem, usedStepsItem } from '../../lib/browser/run-items';
import { SECOND_MS } from '../../lib/shared/duration';
import { CODE, page, SUBMIT } from '../../lib/signin/snapshot.testing';
import { heldHandlers } from './handlers/held';
import { signInHandlers } from './handlers/signin';
import type { Passkey } from './held.testing';
import { addAccount, good, makePasskey, OTP, refusalsOf, sessionText, setUp, touch } from './held.testing';
import { lockNow } from './lock';
import { codeOf, DOCUMENT, noon, prepareSignIn, step } from './sign-in.testing';

let accountId: string;
let passkey: Passkey;

beforeEach(async () => {
  accountId = await prepareSignIn();
  passkey = await setUp(accountId);
});

async function start(touched = true) {
  return signInHandlers['signin.start']({ accountId, touch: touched ? await touch(passkey) : null });
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
    expect(made?.codes.map(({ code }) => code)).toContain(codeOf(noon + 120 * SECOND_MS));
    expect(made?.codes).toHaveLength(15);
    expect(await heldKeyItem.read()).toBeNull();
    expect(await sessionText()).not.toContain(OTP);
  });

  it('enters the code of the moment once, and forgets the others', async () => {
    good(await start());
    vi.setSystemTime(noon + 65 * SECOND_MS);
    // The page has had no reason to answer before; its first answer binds it.
    const run = await runItem.read();
    if (run !== null) await runItem.write({ ...run, documentId: DOCUMENT.documentId });
    const instruction = await step(page([CODE], [SUBMIT]));
    expect(instruction).toMatchObject({ do: 'write', kind: 'code', value: codeOf(noon + 65 * SECOND_MS) });
    expect(await runCodesItem.read()).toBeNull();
    expect(await usedStepsItem.read()).toMatchObject([{ token: accountId }]);
  });

  it('uses no time step twice, like any other', async () => {
    good(await start());
    await step(page([CODE], [SUBMIT]));
    good(await start());
    const second = await step(page([CODE], [SUBMIT]));
    expect(second).toMatchObject({ do: 'write', value: codeOf(noon - 30 * SECOND_MS) });
    good(await start());
    expect(await step(page([CODE], [SUBMIT]))).toEqual({ do: 'wait' });
    vi.setSystemTime(noon + 30 * SECOND_MS);
    const third = await step(page([CODE], [SUBMIT]));
    expect(third).toMatchObject({ do: 'write', value: codeOf(noon + 30 * SECOND_MS) });
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
