// What the worker makes of a run besides its outcome: what the vault keeps, advice, and the count of submits.
import './stand-ins.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lastRunItem, submitTimesItem } from '../../lib/browser/run-items';
import { MINUTE_MS, SECOND_MS } from '../../lib/shared/duration';
import {
  APRIL,
  CODE,
  DOCUMENTED,
  EMAIL,
  field,
  KEY,
  NOTHING_ASKED,
  page,
  SUBMIT,
} from '../../lib/signin/snapshot.testing';
import { accountHandlers } from './handlers/accounts';
import { authenticatorHandlers } from './handlers/authenticators';
import { signInHandlers } from './handlers/signin';
import { addAccount, good, OTP, readAccount, refusalsOf } from './held.testing';
import type { SignInWish } from './sign-in';
import { DOCUMENT, noon, prepareSignIn, start, step, submit } from './sign-in.testing';
import { vault } from './worker';

let accountId: string;

beforeEach(async () => {
  accountId = await prepareSignIn();
});

/** One that the site took, on a page that then asks for nothing. */
async function signIn() {
  await submit(accountId);
  await step(page([], []), { did: 'pressed', status: 200 });
  vi.setSystemTime(Date.now() + 5 * SECOND_MS);
  await step(page([], []), { status: 200 });
  await vault.settled();
}

describe('a sign-in that succeeded', () => {
  it('is remembered: when, whether the key was asked for, and that the earlier authenticator is done with', async () => {
    await authenticatorHandlers['signin.correct-algorithm']({ id: accountId });
    await signIn();
    const atMs = Date.now();
    expect(await readAccount(accountId)).toMatchObject({
      lastSignIn: { atMs, askedForKey: false },
      earlierAuthenticators: [],
      keys: [{ lastUsedAtMs: null }],
    });
    expect(await lastRunItem.read()).toMatchObject({ outcome: 'accepted', details: ['2', '2'] });
  });

  it('makes a page that asks for the key all of a sudden one to ask about, and only then', async () => {
    await signIn();
    good(await start(accountId));
    expect(await step(DOCUMENTED.key)).toMatchObject({ outcome: { code: 'key-unexpected' } });
    good(await start(accountId, { agreed: ['key'] }));
    expect(await step(DOCUMENTED.key)).toMatchObject({ do: 'write', kind: 'key' });
  });

  it('is no question at the first one', async () => {
    good(await start(accountId));
    expect(await step(DOCUMENTED.key)).toMatchObject({ do: 'write', kind: 'key' });
  });

  it('does not fail where it cannot be saved', async () => {
    vi.spyOn(vault, 'update').mockRejectedValue(new Error('disk'));
    await signIn();
    expect((await lastRunItem.read())?.outcome).toBe('accepted');
  });

  it('with the site’s notice about SHA-1 offers to correct the algorithm, and keeps the one before', async () => {
    const [sha1] = [`otpauth://totp/Paramant:robin%40example.org?secret=${OTP}&algorithm=SHA1`];
    accountId = await addAccount({ label: 'Old', email: 'old@example.org', authenticator: sha1 });
    await submit(accountId);
    expect(await step(NOTHING_ASKED, { did: 'pressed', status: 200 })).toMatchObject({ do: 'press' });
    vi.setSystemTime(noon + 5 * SECOND_MS);
    await step(NOTHING_ASKED);
    expect((await lastRunItem.read())?.offers).toEqual(['correct-algorithm']);
    await vault.settled();
    good(await authenticatorHandlers['signin.correct-algorithm']({ id: accountId }));
    expect(await readAccount(accountId)).toMatchObject({
      authenticator: { algorithm: 'SHA256' },
      earlierAuthenticators: [{ algorithm: 'SHA1' }],
    });
  });
});

describe('a refused sign-in', () => {
  it('says what may be behind it, with the codes that went out before', async () => {
    good(await accountHandlers['accounts.copied']({ id: accountId, what: 'code' }));
    await submit(accountId);
    await step(APRIL, { did: 'pressed', status: 401 });
    const last = await lastRunItem.read();
    expect(last?.hints.map(({ code }) => code)).toEqual([
      'code-used',
      'code-elsewhere',
      'clock-unknown',
      'authenticator-reset',
    ]);
  });

  it('of the key marks it, until it signs in again', async () => {
    good(await start(accountId));
    await step(DOCUMENTED.key);
    await step(DOCUMENTED.key, { did: 'wrote' });
    await step(DOCUMENTED.key, { did: 'pressed', status: 403 });
    await vault.settled();
    expect((await readAccount(accountId)).keys).toMatchObject([{ refusedAtMs: noon }]);
    good(await start(accountId));
    await step(page([KEY, CODE], [SUBMIT]));
    await step(page([KEY, CODE], [SUBMIT]), { did: 'wrote' });
    await step(page([KEY, CODE], [SUBMIT]), { did: 'wrote' });
    vi.setSystemTime(noon + 5 * SECOND_MS);
    await step(page([], []), { did: 'pressed', status: 200 });
    await vault.settled();
    expect((await readAccount(accountId)).keys).toMatchObject([
      { refusedAtMs: null, lastUsedAtMs: noon + 5 * SECOND_MS },
    ]);
  });

  it('by an authenticator that was reset: it signs in no more, until the person says that it works', async () => {
    good(await authenticatorHandlers['signin.authenticator-dead']({ id: accountId, isDead: true }));
    expect(refusalsOf(await start(accountId))).toEqual(['authenticator-dead']);
    good(await authenticatorHandlers['signin.authenticator-dead']({ id: accountId, isDead: false }));
    good(await start(accountId));
  });
});

describe('five submits in a quarter of an hour', () => {
  const atMinutes = (...minutes: readonly number[]) => minutes.map(minute => noon - minute * MINUTE_MS);

  it('keep the next from starting, unless the person wants it, until the first is old enough', async () => {
    await submitTimesItem.write(atMinutes(14, 12, 9, 5, 1));
    expect(await start(accountId)).toMatchObject({
      ok: false,
      error: [{ code: 'signin-limited', details: [String(noon + MINUTE_MS)] }],
    });
    good(await start(accountId, { agreed: ['limit'] }));
    vi.setSystemTime(noon + MINUTE_MS);
    good(await start(accountId));
  });

  it('are counted by our own press, once, and by what the page sends by itself', async () => {
    await submit(accountId);
    expect(await submitTimesItem.read()).toEqual([noon]);
    good(await signInHandlers['signin.submitted']({ agoMs: 300 }, DOCUMENT));
    expect(await submitTimesItem.read()).toEqual([noon]);
    vi.setSystemTime(noon + MINUTE_MS);
    good(await signInHandlers['signin.submitted']({ agoMs: 300 }, DOCUMENT));
    expect(await submitTimesItem.read()).toEqual([noon, noon + MINUTE_MS - 300]);
  });

  it('that others behind the same address have made are learnt from the site’s refusal', async () => {
    await submit(accountId);
    const told = await step(APRIL, { did: 'pressed', status: 429 });
    expect(told).toMatchObject({ outcome: { code: 'limited' } });
    const opensAtMs = noon + 15 * MINUTE_MS;
    expect((await lastRunItem.read())?.details).toEqual([String(opensAtMs)]);
    expect(await start(accountId)).toMatchObject({ error: [{ code: 'signin-limited', details: [String(opensAtMs)] }] });
  });
});

describe('a code in single boxes', () => {
  const boxes = Array.from({ length: 6 }, (_, index) => field({ id: `d${index}`, maxLength: 1, inputMode: 'numeric' }));

  it('goes out where there is a box for each digit', async () => {
    good(await start(accountId));
    expect(await step(page(boxes))).toMatchObject({
      do: 'write',
      kind: 'code',
      value: expect.stringMatching(/^\d{6}$/u),
    });
  });

  it('is refused where there is not: it is neither cut nor left short', async () => {
    const long = `otpauth://totp/Paramant:robin%40example.org?secret=${OTP}&digits=8`;
    const eight = await addAccount({ label: 'Eight', email: 'eight@example.org', authenticator: long });
    good(await start(eight));
    const refused = { do: 'end', outcome: { code: 'field-refused', details: ['code'] } };
    expect(await step(page(boxes))).toEqual(refused);
    good(await start(accountId));
    const eighth = ['d6', 'd7'].map(id => field({ id, maxLength: 1, inputMode: 'numeric' }));
    expect(await step(page([...boxes, ...eighth]))).toEqual(refused);
  });
});

describe('an email that the page shows', () => {
  it('is compared on the page, once, and ends the run with advice where it is another one', async () => {
    good(await start(accountId));
    const shown = page([{ ...EMAIL, enabled: false }, KEY, CODE], [SUBMIT]);
    expect(await step(shown)).toMatchObject({ do: 'compare', kind: 'email', value: 'robin@example.org' });
    expect(await step(shown, { did: 'differs' })).toMatchObject({ do: 'end', outcome: { code: 'other-email' } });
    expect(await lastRunItem.read()).toMatchObject({ outcome: 'other-email' });
  });
});

describe('a sign-in that only fills', () => {
  it('submits nothing, and says how much is filled', async () => {
    good(await start(accountId, { mode: 'fill' }));
    await step(APRIL);
    await step(APRIL, { did: 'wrote' });
    expect(await step(APRIL, { did: 'wrote' })).toMatchObject({ do: 'end', outcome: { code: 'filled' } });
    expect(await lastRunItem.read()).toMatchObject({ outcome: 'filled', details: ['2', '2'] });
    expect((await submitTimesItem.read()) ?? []).toEqual([]);
    await vault.settled();
    expect(await readAccount(accountId)).toMatchObject({
      lastSignIn: { askedForKey: false },
      keys: [{ lastUsedAtMs: null }],
    });
  });

  it('is not given the key by a page that asks for it all of a sudden, until the person says so', async () => {
    const fill = async (agreed: SignInWish['agreed'] = []) => good(await start(accountId, { mode: 'fill', agreed }));
    await fill();
    for (const did of ['nothing', 'wrote', 'wrote'] as const) await step(APRIL, { did });
    await vault.settled();
    await fill();
    expect(await step(DOCUMENTED.key)).toMatchObject({ outcome: { code: 'key-unexpected' } });
    await fill(['key']);
    expect(await step(DOCUMENTED.key)).toMatchObject({ do: 'write', kind: 'key' });
  });
});
