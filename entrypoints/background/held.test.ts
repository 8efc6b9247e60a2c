import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { heldKeyItem } from '../../lib/browser/held-key-item';
import { statusItem } from '../../lib/browser/status';
import type { Bytes } from '../../lib/shared/bytes';
import { HOUR_MS, MINUTE_MS } from '../../lib/shared/duration';
import { findAccount } from '../../lib/vault/accounts';
import { accountHandlers } from './handlers/accounts';
import { draftHandlers } from './handlers/drafts';
import { heldHandlers } from './handlers/held';
import {
  addAccount,
  BY_PASSWORD,
  draft,
  good,
  makePasskey,
  NEXT_OTP,
  NOON,
  type Passkey,
  refusalsOf,
  setUp,
  startOver,
  touch,
  typedCode,
} from './held.testing';
import { runJob } from './jobs';
import { lockNow } from './lock';
import { publishStatus, vault } from './worker';

vi.mock('../../lib/crypto/kdf', async importOriginal => ({
  ...(await importOriginal<typeof import('../../lib/crypto/kdf')>()),
  derivePasswordKey: (await import('../../lib/vault/cheap-kdf.testing')).deriveCheaply,
}));

// Node has no IndexedDB.
const spares = vi.hoisted(() => new Map<string, Bytes>());
vi.mock('../../lib/browser/spare-store', () => ({
  spareStore: {
    read: async (name: string) => spares.get(name) ?? null,
    savedAtMs: async () => null,
    write: async (name: string, envelope: Bytes) => void spares.set(name, envelope),
  },
}));

let accountId: string;
let passkey: Passkey;

beforeEach(async () => {
  vi.restoreAllMocks();
  await vault.settled();
  spares.clear();
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  await startOver();
  accountId = await addAccount();
  passkey = await setUp(accountId);
});

async function account() {
  const found = findAccount(good(await vault.read()), accountId);
  if (found === null) throw new Error('no account');
  return found;
}

async function codes() {
  return good(await accountHandlers['accounts.codes']({}));
}

async function keepOpen(minutes: number): Promise<void> {
  good(await heldHandlers['held.set-keep-open']({ touch: await touch(passkey), minutes }));
}

async function heldUntilMs() {
  return (await publishStatus()).heldUntilMs;
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
    expect((await account()).earlierAuthenticators).toHaveLength(1);
  });

  it('is edited without a touch in everything else', async () => {
    const edit = { id: accountId, baseRevision: 9, changed: ['label' as const], draft: { ...draft, label: 'Nights' } };
    good(await accountHandlers['accounts.save']({ ...edit, touch: null }));
    expect(await account()).toMatchObject({ label: 'Nights', authenticator: null });
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
    expect((await account()).seal).toBeNull();
  });

  it('leaves no copy of the vault from before in any place', async () => {
    const stored = await fakeBrowser.storage.local.get(null);
    const newest = good(await vault.read()).oldestGeneration;
    expect(newest).toBeGreaterThan(1);
    expect(Object.keys(stored)).toEqual(expect.arrayContaining(['vault.a', 'vault.b']));
    const copies = [...spares.values()];
    expect(copies).toHaveLength(3);
    expect(new Set(copies.map(bytes => bytes.join())).size).toBe(1);
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

describe('keeping open', () => {
  it('shows the codes of every held account for the minutes that were chosen, and not a moment longer', async () => {
    await keepOpen(5);
    expect(await heldUntilMs()).toBeNull();
    good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
    expect(await heldUntilMs()).toBe(NOON.getTime() + 5 * MINUTE_MS);
    expect((await fakeBrowser.alarms.get('forget-held-key'))?.scheduledTime).toBe(NOON.getTime() + 5 * MINUTE_MS);
    const [shown] = await codes();
    expect(shown?.next).toMatch(/^\d{6}$/);
    vi.setSystemTime(NOON.getTime() + 5 * MINUTE_MS);
    expect(await codes()).toEqual([]);
    await runJob('forget-held-key');
    expect(await heldKeyItem.read()).toBeNull();
    expect(await statusItem.read()).toMatchObject({ heldUntilMs: null, phase: 'unlocked' });
  });

  it('keeps nothing where no minutes were chosen', async () => {
    good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
    expect(await heldKeyItem.read()).toBeNull();
  });

  it('keeps nothing after a touch that opens nothing', async () => {
    await keepOpen(5);
    await heldHandlers['held.open']({ touch: await touch(makePasskey()) });
    expect(await heldKeyItem.read()).toBeNull();
  });

  it('ends when the person ends it, and with another choice', async () => {
    await keepOpen(5);
    for (const end of [() => heldHandlers['held.close']({}), () => keepOpen(1)]) {
      good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
      expect(await heldKeyItem.read()).not.toBeNull();
      await end();
      expect(await heldKeyItem.read()).toBeNull();
    }
  });

  it('is refused by a clock that was set back behind the touch', async () => {
    await keepOpen(5);
    good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
    vi.setSystemTime(NOON.getTime() - 30_000);
    expect(await codes()).toEqual([]);
    expect(await heldUntilMs()).toBeNull();
  });

  it.each([
    ['the lock button', () => lockNow()],
    ['a lock of the vault alone', () => vault.lock()],
    [
      'inactivity, noticed by its alarm',
      async () => {
        vi.setSystemTime(NOON.getTime() + HOUR_MS);
        await runJob('lock');
      },
    ],
  ])('ends with %s', async (_, lock) => {
    await keepOpen(60);
    good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
    expect(await heldKeyItem.read()).not.toBeNull();
    await lock();
    expect(await fakeBrowser.storage.session.get('held.key')).toEqual({});
  });

  it('does not outlive an unlock that came before the expired session was noticed', async () => {
    await keepOpen(60);
    good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
    const kept = await heldKeyItem.read();
    await lockNow();
    vi.setSystemTime(NOON.getTime() + MINUTE_MS);
    good(await vault.unlock(BY_PASSWORD));
    if (kept !== null) await heldKeyItem.write(kept);
    expect(await codes()).toEqual([]);
  });

  it('holds and gives back without a further touch', async () => {
    await keepOpen(5);
    const second = await addAccount({ label: 'Client', email: 'client@example.org' });
    good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
    good(await heldHandlers['held.hold']({ accountId: second, touch: null }));
    expect(await codes()).toHaveLength(2);
    good(await heldHandlers['held.release']({ accountId, touch: null }));
    expect((await account()).authenticator).not.toBeNull();
  });

  it('never seals an account under a key that the vault does not have any more', async () => {
    await keepOpen(5);
    good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
    const kept = await heldKeyItem.read();
    good(await heldHandlers['held.release']({ accountId, touch: await touch(passkey) }));
    await setUp(accountId);
    if (kept !== null) await heldKeyItem.write(kept);
    const second = await addAccount({ label: 'Client', email: 'client@example.org' });
    const held = await heldHandlers['held.hold']({ accountId: second, touch: null });
    expect(refusalsOf(held)).toEqual(['held-touch-needed']);
  });
});
