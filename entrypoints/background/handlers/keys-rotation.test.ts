import '../../../lib/vault/with-cheap-kdf.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dashboardSeenItem } from '../../../lib/browser/dashboard-seen';
import { proveKey } from '../../../lib/keys/rotation';
import { DAY_MS, MINUTE_MS } from '../../../lib/shared/duration';
import { changeFound } from '../../../lib/vault/keys';
import { recordSignedIn } from '../../../lib/vault/sign-ins';
import { makeFreshVault } from '../fresh-vault.testing';
import { vault } from '../worker';
import { accountHandlers } from './accounts';
import { keyHandlers } from './keys';

vi.mock('../../../lib/browser/clipboard-guard', () => ({ forgetCopiedTextLater: async () => true }));
vi.mock('../../../lib/browser/spare-store', () => import('../spare-store.testing'));

const [OLD, NEW] = ['a1'.repeat(32), 'b2'.repeat(32)];

let accountId: string;
let keyId: string;

async function listKeys() {
  const listed = await keyHandlers['keys.list']({});
  if (!listed.ok || listed.value[0] === undefined) throw new Error('no account');
  return listed.value[0];
}

async function add(secret: string, state: 'active' | 'staged' = 'staged'): Promise<string> {
  const added = await keyHandlers['keys.add']({ accountId, secret, createdOn: '', state });
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  return added.value.keyId;
}

const take = (newKeyId: string) =>
  keyHandlers['keys.rotation-step']({ accountId, step: { do: 'take', keyId: newKeyId } });
const rotate = (otherKeyId: string | null = null) =>
  keyHandlers['keys.rotate']({ accountId, keyId, issue: 'documented', otherKeyId });
const prove = (provenId: string, atMs = Date.now()) =>
  vault.update(body => changeFound(body, accountId, account => proveKey(account, provenId, atMs)));
const failing = (...codes: readonly string[]) => ({ ok: false, error: codes.map(code => ({ code })) });

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.useFakeTimers({ now: new Date(2026, 10, 22, 12), toFake: ['Date'] });
  await makeFreshVault();
  const draft = { label: 'Work', email: 'robin@example.org', apiKey: OLD, authenticator: '', createdOn: '2026-08-01' };
  const saved = await accountHandlers['accounts.save']({ id: null, baseRevision: 0, changed: [], draft, touch: null });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  accountId = saved.value.id;
  keyId = (await listKeys()).keys[0]?.id ?? '';
});

describe('a rotation', () => {
  it('does not begin while nobody has seen the dashboard, nor once that is long ago', async () => {
    expect(await rotate()).toMatchObject(failing('guard-signed-out'));
    await dashboardSeenItem.write(Date.now() - 6 * MINUTE_MS);
    expect(await rotate()).toMatchObject(failing('guard-signed-out'));
  });

  const KEYS = 'https://paramant.app/dashboard/keys';
  const signedIn = { offersSignOut: true, asksToSignIn: false };

  it.each([
    [KEYS, signedIn, true],
    ['https://paramant.app/account', signedIn, true],
    [KEYS, { offersSignOut: false, asksToSignIn: true }, false],
    [KEYS, { offersSignOut: true, asksToSignIn: true }, false],
    [KEYS, { offersSignOut: false, asksToSignIn: false }, false],
    [KEYS, { ...signedIn, url: 'https://paramant.app/auth/login' }, false],
    [KEYS, { ...signedIn, text: 'more than was asked' }, false],
    ['https://paramant.app/auth/login?next=/dashboard', signedIn, false],
    ['https://paramant.app.example/dashboard', signedIn, false],
    [undefined, signedIn, false],
  ])('takes the tab in front at %s with %j for the dashboard: %s', async (url, says, isSeen) => {
    const tab = { id: 1, url, status: 'complete' };
    const { url: at = url, ...look } = says as typeof signedIn & { url?: string };
    const result = { document: { url: at, isTop: true, bornAtMs: 1 }, ...look };
    // The browser's types know these functions in another of their forms only.
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([tab] as never);
    vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue(tab as never);
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockResolvedValue([{ result }] as never);
    expect(await keyHandlers['keys.see-dashboard']({})).toEqual({ ok: true, value: { isSeen } });
    expect((await rotate()).ok).toBe(isSeen);
  });

  it('begins with another key that has signed in', async () => {
    const other = await add(NEW, 'active');
    expect(await rotate(other)).toMatchObject(failing('guard-key-unproven'));
    await prove(other);
    expect((await rotate(other)).ok).toBe(true);
  });

  it('goes from the new key over its check and the integrations to the end of the old one', async () => {
    const integrations = [{ id: 'ci', name: 'CI', where: 'repository secrets', owner: '', note: '' }];
    await keyHandlers['keys.edit']({ accountId, keyId, changes: { label: 'Main', integrations } });
    await dashboardSeenItem.write(Date.now());
    expect((await rotate()).ok).toBe(true);
    const stage = async () => (await listKeys()).rotation?.stage;
    const step = (taken: Parameters<(typeof keyHandlers)['keys.rotation-step']>[0]['step']) =>
      keyHandlers['keys.rotation-step']({ accountId, step: taken });

    expect(await stage()).toBe('new-key');
    expect(await step({ do: 'revoked' })).toMatchObject(failing('rotation-too-early'));
    const newKeyId = await add(NEW);
    expect((await take(newKeyId)).ok).toBe(true);
    expect(await stage()).toBe('check');
    expect((await step({ do: 'try', isTrying: true })).ok).toBe(true);
    expect((await listKeys()).keys).toMatchObject([{ isFilled: false }, { isFilled: true, label: 'Main' }]);
    await prove(newKeyId);
    expect(await stage()).toBe('integrations');
    expect(await step({ do: 'revoked' })).toMatchObject(failing('rotation-too-early'));
    expect((await step({ do: 'tick', integrationId: 'ci', done: true })).ok).toBe(true);
    expect(await stage()).toBe('revoke');
    expect((await step({ do: 'revoked' })).ok).toBe(true);

    const { rotation, keys } = await listKeys();
    expect(rotation).toBeNull();
    expect(keys).toMatchObject([
      { use: 'revoked', integrations: [], isFilled: false },
      { use: 'active', integrations: [{ id: 'ci', done: false }], isFilled: true },
    ]);
    expect(await keyHandlers['keys.history']({ accountId, keyId })).toMatchObject({
      value: [{ act: 'rotated' }, { act: 'created' }],
    });
  });

  it('goes on with a new key that the relay knows, and stays where it is with one that it does not', async () => {
    await dashboardSeenItem.write(Date.now());
    await rotate();
    const newKeyId = await add(NEW);
    await take(newKeyId);
    const check = (text: string) => {
      vi.stubGlobal('fetch', async () => new Response(text));
      return keyHandlers['keys.check']({ accountId, keyId: newKeyId });
    };
    expect(await check('{"valid":false}')).toMatchObject(failing('check-refused'));
    expect(await listKeys()).toMatchObject({
      rotation: { stage: 'check' },
      keys: [{ use: 'active' }, { use: 'staged', refusedAtMs: Date.now() }],
    });
    expect((await check('{"valid":true}')).ok).toBe(true);
    vi.unstubAllGlobals();
    expect(await listKeys()).toMatchObject({
      rotation: { stage: 'revoke' },
      keys: [
        { use: 'active', isFilled: false },
        { use: 'active', isFilled: true, refusedAtMs: null },
      ],
    });
  });

  it('says that signing in checks nothing where the page asked for no key at the last sign-in', async () => {
    await dashboardSeenItem.write(Date.now());
    await rotate();
    expect((await listKeys()).rotation).toMatchObject({ signInAsksForKey: true });
    for (const askedFor of [null, keyId]) {
      const entered = { atMs: Date.now(), keyId: askedFor, authenticatorRevision: null };
      await vault.update(body => recordSignedIn(body, accountId, entered));
      expect((await listKeys()).rotation).toMatchObject({ signInAsksForKey: askedFor !== null });
    }
  });

  it('does not begin with another key that has not signed in for thirty days', async () => {
    const other = await add(NEW, 'active');
    await prove(other, Date.now() - 30 * DAY_MS);
    expect((await listKeys()).keys).toMatchObject([{}, { guardsOthers: true }]);
    await prove(other, Date.now() - 30 * DAY_MS - 1);
    expect((await listKeys()).keys).toMatchObject([{}, { guardsOthers: false }]);
    expect(await rotate(other)).toMatchObject(failing('guard-key-unproven'));
  });

  it('keeps both keys when it is given up', async () => {
    await dashboardSeenItem.write(Date.now());
    await rotate();
    await take(await add(NEW));
    expect((await keyHandlers['keys.rotation-step']({ accountId, step: { do: 'abort' } })).ok).toBe(true);
    const { rotation, keys } = await listKeys();
    expect(rotation).toBeNull();
    expect(keys).toMatchObject([{ use: 'active', isFilled: true }, { use: 'staged' }]);
  });
});
