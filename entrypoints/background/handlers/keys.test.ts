import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dashboardSeenItem } from '../../../lib/browser/dashboard-seen';
import { proveKey } from '../../../lib/keys/rotation';
import { MINUTE_MS } from '../../../lib/shared/duration';
import { changeFound } from '../../../lib/vault/keys';
import { makeFreshVault } from '../fresh-vault.testing';
import { lockNow } from '../lock';
import { vault } from '../worker';
import { accountHandlers } from './accounts';
import { keyHandlers } from './keys';

vi.mock('../../../lib/crypto/kdf', async importOriginal => ({
  ...(await importOriginal<typeof import('../../../lib/crypto/kdf')>()),
  derivePasswordKey: (await import('../../../lib/vault/cheap-kdf.testing')).deriveCheaply,
}));
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
const prove = (provenId: string) =>
  vault.update(body => changeFound(body, accountId, account => proveKey(account, provenId, Date.now())));
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

describe('the inventory', () => {
  it('shows everything about a key but what it is', async () => {
    const { keys } = await listKeys();
    expect(keys).toMatchObject([{ id: keyId, use: 'active', isFilled: true, placeCount: 1, snoozesLeft: 3 }]);
    expect(JSON.stringify(keys)).not.toContain(OLD);
  });

  it('takes a key once, and none that another account has', async () => {
    const again = { accountId, secret: `pgp_${NEW}`, createdOn: '', state: 'active' } as const;
    expect((await keyHandlers['keys.add'](again)).ok).toBe(true);
    expect(await keyHandlers['keys.add'](again)).toMatchObject(failing('key-already-there'));
    const draft = { label: 'B', email: 'b@example.org', apiKey: 'c3'.repeat(32), authenticator: '', createdOn: '' };
    await accountHandlers['accounts.save']({ id: null, baseRevision: 0, changed: [], draft, touch: null });
    const others = { ...again, secret: draft.apiKey };
    expect(await keyHandlers['keys.add'](others)).toMatchObject(failing('key-of-other-account'));
  });

  it('changes only what a form names, and says what is wrong with it', async () => {
    const edit = (changes: object) => keyHandlers['keys.edit']({ accountId, keyId, changes });
    expect((await edit({ label: 'Main', interval: { intervalDays: 30, neverDueBecause: null } })).ok).toBe(true);
    expect((await edit({ note: 'kept' })).ok).toBe(true);
    expect((await listKeys()).keys).toMatchObject([
      { label: 'Main', note: 'kept', intervalDays: 30, createdOn: '2026-08-01' },
    ]);
    expect(await edit({ createdOn: '2026-12-24' })).toMatchObject(failing('created-on-future'));
  });

  it('puts a due key off three times, and no more', async () => {
    const snooze = () => keyHandlers['keys.snooze']({ accountId, keyId, days: 1 });
    for (const left of [2, 1, 0]) {
      expect((await snooze()).ok).toBe(true);
      expect((await listKeys()).keys).toMatchObject([{ snoozesLeft: left, snoozedUntil: '2026-11-23' }]);
    }
    expect(await snooze()).toMatchObject(failing('snooze-used-up'));
  });

  it('is closed while locked', async () => {
    await lockNow();
    expect(await keyHandlers['keys.list']({})).toMatchObject(failing('vault-locked'));
    expect(await keyHandlers['keys.snooze']({ accountId, keyId, days: 1 })).toMatchObject(failing('vault-locked'));
  });
});

describe('a rotation', () => {
  it('does not begin while nobody has seen the dashboard, nor once that is long ago', async () => {
    expect(await rotate()).toMatchObject(failing('guard-signed-out'));
    await dashboardSeenItem.write(Date.now() - 6 * MINUTE_MS);
    expect(await rotate()).toMatchObject(failing('guard-signed-out'));
  });

  it.each([
    ['https://paramant.app/dashboard/keys', true],
    ['https://paramant.app/account', true],
    ['https://paramant.app/auth/login?next=/dashboard', false],
    ['https://paramant.app.example/dashboard', false],
    [undefined, false],
  ])('takes the tab in front at %s for the dashboard: %s', async (url, isSeen) => {
    const tabs = [{ id: 1, url, status: 'complete' }];
    // The browser's types know this function in another of its forms only.
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue(tabs as never);
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

describe('the history of a key', () => {
  it('tells what was shown and copied, sealed where it lies', async () => {
    await accountHandlers['accounts.reveal-key']({ id: accountId, keyId });
    vi.setSystemTime(Date.now() + MINUTE_MS);
    await accountHandlers['accounts.reveal-key']({ id: accountId, keyId });
    await keyHandlers['keys.copied']({ accountId, keyId });
    const told = await keyHandlers['keys.history']({ accountId, keyId });
    expect(told).toMatchObject({ value: [{ act: 'copied' }, { act: 'revealed' }, { act: 'created' }] });
    const { history } = await fakeBrowser.storage.local.get('history');
    expect(history).toEqual(expect.stringMatching(/^[A-Za-z0-9+/=]{100,}$/u));
    expect(Buffer.from(String(history), 'base64').toString('latin1')).not.toContain(keyId);
  });

  it('is lost to nobody’s cost where the disk takes nothing down', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('No space left on device'));
    expect((await accountHandlers['accounts.reveal-key']({ id: accountId, keyId })).ok).toBe(true);
  });
});
