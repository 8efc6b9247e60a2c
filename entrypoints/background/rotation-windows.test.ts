// A rotation that two windows do at once, whose disk is full, and whose relay answers too late.
import '../../lib/vault/with-cheap-kdf.testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dashboardSeenItem } from '../../lib/browser/dashboard-seen';
import { makeFreshVault, unlock } from './fresh-vault.testing';
import { keyHandlers } from './handlers/keys';
import { addAccount, good, NOON } from './held.testing';
import { lockNow } from './lock';
import { vault } from './worker';

vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));

const [NEW, NEXT] = ['b2'.repeat(32), 'c3'.repeat(32)];
const ALIVE = '{"valid":true}';

let accountId: string;
let keyId: string;

const readKeys = async () => {
  const [account] = good(await keyHandlers['keys.list']({}));
  if (account === undefined) throw new Error('no account');
  return account;
};
const rotate = () => keyHandlers['keys.rotate']({ accountId, keyId, issue: 'documented', otherKeyId: null });
const add = (secret: string) => keyHandlers['keys.add']({ accountId, secret, createdOn: '', state: 'staged' });
const take = (step: Parameters<(typeof keyHandlers)['keys.rotation-step']>[0]['step']) =>
  keyHandlers['keys.rotation-step']({ accountId, step });
const check = (checkedId: string) => keyHandlers['keys.check']({ accountId, keyId: checkedId });

/** What a window does with a key that it was given: two messages, as its page sends them. */
async function saveNewKey(secret: string): Promise<string | null> {
  const added = await add(secret);
  if (!added.ok) return null;
  return (await take({ do: 'take', keyId: added.value.keyId })).ok ? added.value.keyId : null;
}

/** Has the relay answer when it is told to. Resolves once it was asked. */
function holdRelay(): { asked: Promise<void>; answer: () => void } {
  let answer = () => {};
  const reply = new Promise<Response>(resolve => {
    answer = () => resolve(new Response(ALIVE));
  });
  const asked = new Promise<void>(resolve => {
    vi.stubGlobal('fetch', () => {
      resolve();
      return reply;
    });
  });
  return { asked, answer };
}

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  await makeFreshVault();
  accountId = await addAccount();
  keyId = (await readKeys()).keys[0]?.id ?? '';
  await dashboardSeenItem.write(Date.now());
});

afterEach(() => vi.unstubAllGlobals());

describe('two windows in one rotation', () => {
  it('begin it once, take one new key and leave the other one by, and end it once', async () => {
    const begun = await Promise.all([rotate(), rotate()]);
    expect(begun.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const saved = await Promise.all([saveNewKey(NEW), saveNewKey(NEXT), saveNewKey(NEW)]);
    expect(saved.filter(id => id === null)).toHaveLength(1);
    const { rotation, keys } = await readKeys();
    expect(keys.map(({ use }) => use).toSorted()).toEqual(['active', 'staged', 'staged']);
    expect(keys.find(({ isFilled }) => isFilled)?.id).toBe(keyId);

    vi.stubGlobal('fetch', async () => new Response(ALIVE));
    const newKeyId = rotation?.newKeyId ?? '';
    await Promise.all([check(newKeyId), check(newKeyId)]);
    const revoked = await Promise.all([take({ do: 'revoked' }), take({ do: 'revoked' })]);
    expect(revoked.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect((await readKeys()).keys.find(({ isFilled }) => isFilled)).toMatchObject({ id: newKeyId, use: 'active' });
    const history = good(await keyHandlers['keys.history']({ accountId, keyId }));
    expect(history.filter(({ act }) => act === 'rotated')).toHaveLength(1);
  });

  it('do not end it where one gives it up as the other goes on', async () => {
    await rotate();
    const newKeyId = (await saveNewKey(NEW)) ?? '';
    vi.stubGlobal('fetch', async () => new Response(ALIVE));
    await Promise.all([take({ do: 'abort' }), check(newKeyId), take({ do: 'revoked' })]);
    const { rotation, keys } = await readKeys();
    expect(rotation).toBeNull();
    expect(keys.find(({ id }) => id === keyId)).toMatchObject({ use: 'active', isFilled: true });
  });
});

describe('a relay that answers late', () => {
  it('checks nothing once the vault is locked', async () => {
    const { asked, answer } = holdRelay();
    const checking = check(keyId);
    await asked;
    await lockNow();
    answer();
    expect(await checking).toMatchObject({ ok: false, error: [{ code: 'vault-locked' }] });
    await unlock();
    expect((await readKeys()).keys).toMatchObject([{ provenAtMs: null }]);
  });

  it('checks the key that it was asked about, and not the one that took its place', async () => {
    await rotate();
    const first = (await saveNewKey(NEW)) ?? '';
    const { asked, answer } = holdRelay();
    const checking = check(first);
    await asked;
    await saveNewKey(NEXT);
    answer();
    good(await checking);
    expect(await readKeys()).toMatchObject({
      rotation: { stage: 'check' },
      keys: [
        { use: 'active', isFilled: true },
        { use: 'staged', provenAtMs: NOON.getTime() },
        { use: 'staged', provenAtMs: null },
      ],
    });
  });
});

describe('a disk that is full', () => {
  it('leaves a rotation where it was at each step, and lets it go on later', async () => {
    await rotate();
    vi.stubGlobal('fetch', async () => new Response(ALIVE));
    const steps = [
      () => add(NEW),
      async () => take({ do: 'take', keyId: (await readKeys()).keys.at(-1)?.id ?? '' }),
      () => take({ do: 'try', isTrying: true }),
      async () => check((await readKeys()).keys.at(-1)?.id ?? ''),
      () => take({ do: 'revoked' }),
    ];
    for (const step of steps) {
      const before = await readKeys();
      const writing = vi
        .spyOn(fakeBrowser.storage.local, 'set')
        .mockRejectedValue(new Error('No space left on device'));
      expect(await step()).toMatchObject({ ok: false, error: [{ code: 'save-failed' }] });
      expect(await readKeys()).toEqual(before);
      writing.mockRestore();
      expect((await step()).ok).toBe(true);
    }
    await vault.settled();
    const { rotation, keys } = await readKeys();
    expect(rotation).toBeNull();
    expect(keys).toMatchObject([{ use: 'revoked' }, { use: 'active', isFilled: true }]);
  });
});
