import '../../lib/vault/with-cheap-kdf.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { heldKeyItem } from '../../lib/browser/held-key-item';
import { SPARE_NAMES } from '../../lib/model/copy-name';
import { BY_PASSWORD, makeFreshVault } from './fresh-vault.testing';
import { accountHandlers } from './handlers/accounts';
import { draftHandlers } from './handlers/drafts';
import { heldHandlers } from './handlers/held';
import type { Passkey } from './held.testing';
import {
  addAccount,
  draft,
  good,
  makePasskey,
  NEXT_OTP,
  NOON,
  readAccount,
  refusalsOf,
  setUp,
  touch,
  typedCode,
} from './held.testing';
import { lockNow } from './lock';
import { spareStore } from './spare-store.testing';
import { vault } from './worker';

vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));
vi.mock('../../lib/browser/scrub-disk', () => ({ scrubDisk: async () => {} }));

let accountId: string;
let passkey: Passkey;

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  await makeFreshVault();
  accountId = await addAccount();
  passkey = await setUp(accountId);
});

async function codes() {
  return good(await accountHandlers['accounts.codes']({}));
}

describe('a held account', () => {
  it('shows that it has an authenticator and is held, and no code', async () => {
    const [view] = good(await accountHandlers['accounts.list']({}));
    expect(view).toMatchObject({ hasAuthenticator: true, isHeld: true });
    expect(await codes()).toEqual([]);
  });

  it('gives one code for one touch, and keeps nothing', async () => {
    const code = good(await heldHandlers['held.code']({ accountId, touch: await touch(passkey) }));
    expect(code).toMatchObject({ accountId, next: '', periodSeconds: 30 });
    expect(code.code).toMatch(/^\d{6}$/);
    expect(await heldKeyItem.read()).toBeNull();
    expect(await codes()).toEqual([]);
    expect(refusalsOf(await heldHandlers['held.code']({ accountId, touch: null }))).toEqual(['held-touch-needed']);
  });

  it('gives one to its recovery code, and none to another passkey', async () => {
    expect((await heldHandlers['held.code']({ accountId, touch: typedCode() })).ok).toBe(true);
    const foreign = await touch(makePasskey());
    expect(refusalsOf(await heldHandlers['held.code']({ accountId, touch: foreign }))).toEqual(['held-wrong-touch']);
  });

  it('is refused while locked, touched or not', async () => {
    const touched = await touch(passkey);
    await lockNow();
    expect(refusalsOf(await heldHandlers['held.code']({ accountId, touch: touched }))).toEqual(['vault-locked']);
  });

  it('wipes what the touch gave, once it has served', async () => {
    const touched = await touch(passkey);
    await heldHandlers['held.code']({ accountId, touch: touched });
    expect(touched.prfOutput.every(byte => byte === 0)).toBe(true);
  });

  it('gets a new authenticator by a touch alone, and the earlier one is kept under the seal', async () => {
    const input = { id: accountId, baseRevision: 9, changed: ['authenticator' as const] };
    const typed = { ...input, draft: { ...draft, authenticator: NEXT_OTP } };
    expect(refusalsOf(await accountHandlers['accounts.save']({ ...typed, touch: null }))).toEqual([
      'held-touch-needed',
    ]);
    const before = good(await heldHandlers['held.code']({ accountId, touch: await touch(passkey) }));
    good(await accountHandlers['accounts.save']({ ...typed, touch: await touch(passkey) }));
    const after = good(await heldHandlers['held.code']({ accountId, touch: await touch(passkey) }));
    expect(after.code).not.toBe(before.code);
    good(await heldHandlers['held.release']({ accountId, touch: await touch(passkey) }));
    expect((await readAccount(accountId)).earlierAuthenticators).toHaveLength(1);
  });

  it('is edited without a touch in everything else', async () => {
    const edit = { id: accountId, baseRevision: 9, changed: ['label' as const], draft: { ...draft, label: 'Nights' } };
    good(await accountHandlers['accounts.save']({ ...edit, touch: null }));
    expect(await readAccount(accountId)).toMatchObject({ label: 'Nights', authenticator: null });
  });

  it('is given back by touch or recovery code, and shows codes again', async () => {
    const wrong = await touch(makePasskey());
    expect(refusalsOf(await heldHandlers['held.release']({ accountId, touch: wrong }))).toEqual(['held-wrong-touch']);
    good(await heldHandlers['held.release']({ accountId, touch: typedCode() }));
    expect(await codes()).toHaveLength(1);
    good(await heldHandlers['held.hold']({ accountId, touch: await touch(passkey) }));
    expect(await codes()).toEqual([]);
  });
});

describe('turning it on', () => {
  it('asks for a way in', async () => {
    good(await heldHandlers['held.release']({ accountId, touch: typedCode() }));
    const proof = { type: 'password', password: 'not the password' } as const;
    const input = { proof, accountId, name: 'Laptop', passkey: makePasskey(), recoveryCode: new Uint8Array(16) };
    expect(refusalsOf(await heldHandlers['held.set-up'](input))).toEqual(['wrong-password']);
    expect((await readAccount(accountId)).seal).toBeNull();
  });

  it('leaves no copy of the vault from before in any place', async () => {
    const stored = await fakeBrowser.storage.local.get(null);
    const newest = good(await vault.read()).oldestGeneration;
    expect(newest).toBeGreaterThan(1);
    expect(Object.keys(stored)).toEqual(expect.arrayContaining(['vault.a', 'vault.b']));
    const copies = await Promise.all(SPARE_NAMES.map(name => spareStore.read(name)));
    expect(copies[0]).not.toBeNull();
    expect(new Set(copies.map(bytes => bytes?.join())).size).toBe(1);
  });

  it('takes the authenticator out of a form that waits', async () => {
    const second = await addAccount({ label: 'Client', email: 'client@example.org' });
    const waiting = { ...draft, label: 'Clients', authenticator: NEXT_OTP };
    const changed = ['label', 'authenticator'] as const;
    await draftHandlers['drafts.keep']({ accountId: second, baseRevision: 1, changed: [...changed], draft: waiting });
    good(await heldHandlers['held.hold']({ accountId: second, touch: await touch(passkey) }));
    const kept = good(await draftHandlers['drafts.read']({ accountId: second }));
    expect(kept).toMatchObject({ changed: ['label'], draft: { label: 'Clients', authenticator: '' } });
  });
});

describe('what opens them', () => {
  it('is told by what asks a passkey, and not by what it opens', async () => {
    const held = good(await heldHandlers['held.read']({}));
    expect(held?.passkeys.map(entry => Object.keys(entry).toSorted())).toEqual([
      ['credentialId', 'name', 'prfInput', 'wrapId'],
    ]);
  });

  it('can be a second passkey, which takes a way in and a touch of the first', async () => {
    const second = makePasskey();
    const input = { proof: BY_PASSWORD, name: 'Phone', passkey: { ...second, prfOutput: second.prfOutput.slice() } };
    good(await heldHandlers['held.add-passkey']({ ...input, touch: await touch(passkey) }));
    expect((await heldHandlers['held.code']({ accountId, touch: await touch(second, 1) })).ok).toBe(true);
    const [first] = good(await heldHandlers['held.read']({}))?.passkeys ?? [];
    good(await heldHandlers['held.remove-passkey']({ proof: BY_PASSWORD, wrapId: first?.wrapId ?? '' }));
    expect((await heldHandlers['held.code']({ accountId, touch: await touch(second) })).ok).toBe(true);
    const left = good(await heldHandlers['held.read']({}))?.passkeys[0]?.wrapId ?? '';
    const last = await heldHandlers['held.remove-passkey']({ proof: BY_PASSWORD, wrapId: left });
    expect(refusalsOf(last)).toEqual(['held-last-passkey']);
  });

  it('can be another recovery code', async () => {
    const code = new Uint8Array(16).fill(7);
    const next = { proof: BY_PASSWORD, touch: await touch(passkey), code: code.slice() };
    good(await heldHandlers['held.set-recovery-code'](next));
    expect(refusalsOf(await heldHandlers['held.code']({ accountId, touch: typedCode() }))).toEqual([
      'held-wrong-touch',
    ]);
    expect((await heldHandlers['held.code']({ accountId, touch: { type: 'recovery', code } })).ok).toBe(true);
  });
});
