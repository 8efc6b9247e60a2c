import '../../../lib/vault/with-cheap-kdf.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MINUTE_MS } from '../../../lib/shared/duration';
import { makeFreshVault } from '../fresh-vault.testing';
import { accountHandlers } from './accounts';
import { keyHandlers } from './keys';

/** What is to leave the clipboard. */
const watched = vi.hoisted((): string[] => []);
vi.mock('../../../lib/browser/clipboard-guard', () => ({
  forgetCopiedTextLater: async (text: string) => watched.push(text) > 0,
}));
vi.mock('../../../lib/browser/spare-store', () => import('../spare-store.testing'));

const OLD = 'a1'.repeat(32);

let accountId: string;
let keyId: string;

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.useFakeTimers({ now: new Date(2026, 10, 22, 12), toFake: ['Date'] });
  await makeFreshVault();
  const draft = { label: 'Work', email: 'robin@example.org', apiKey: OLD, authenticator: '', createdOn: '2026-08-01' };
  const saved = await accountHandlers['accounts.save']({ id: null, baseRevision: 0, changed: [], draft, touch: null });
  const listed = await keyHandlers['keys.list']({});
  if (!saved.ok || !listed.ok) throw new Error('no account');
  accountId = saved.value.id;
  keyId = listed.value[0]?.keys[0]?.id ?? '';
});

describe('a copied key', () => {
  it.each([
    ['raw', OLD],
    ['bearer', `Authorization: Bearer ${OLD}`],
    ['env', `PARAMANT_API_KEY=${OLD}`],
  ] as const)('is looked for in the clipboard as it was copied: %s', async (format, text) => {
    expect(await keyHandlers['keys.copied']({ accountId, keyId, format })).toEqual({
      ok: true,
      value: { clears: true },
    });
    expect(watched.at(-1)).toBe(text);
  });
});

describe('a key that was copied', () => {
  const lastUsedAtMs = async () => {
    const listed = await keyHandlers['keys.list']({});
    return listed.ok ? listed.value[0]?.keys[0]?.lastUsedAtMs : undefined;
  };

  it('was used by Latchkey at that time, from its own page and from its card', async () => {
    expect(await lastUsedAtMs()).toBeNull();
    await keyHandlers['keys.copied']({ accountId, keyId, format: 'env' });
    expect(await lastUsedAtMs()).toBe(Date.now());
    vi.setSystemTime(Date.now() + MINUTE_MS);
    await accountHandlers['accounts.copied']({ id: accountId, what: 'key' });
    expect(await lastUsedAtMs()).toBe(Date.now());
  });

  it('is copied also where that cannot be saved', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('No space left on device'));
    expect(await keyHandlers['keys.copied']({ accountId, keyId, format: 'env' })).toEqual({
      ok: true,
      value: { clears: true },
    });
  });
});

describe('the history of a key', () => {
  it('tells what was shown and copied, sealed where it lies', async () => {
    await accountHandlers['accounts.reveal-key']({ id: accountId, keyId });
    vi.setSystemTime(Date.now() + MINUTE_MS);
    await accountHandlers['accounts.reveal-key']({ id: accountId, keyId });
    await keyHandlers['keys.copied']({ accountId, keyId, format: 'raw' });
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
