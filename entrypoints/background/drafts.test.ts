import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Input } from '../../lib/messages/protocol';
import type { AccountDraft } from '../../lib/model/draft';
import { DEFAULT_POLICY } from '../../lib/model/policy';
import { base64Decode, base64Encode } from '../../lib/shared/base64';
import { HOUR_MS } from '../../lib/shared/duration';
import { ok } from '../../lib/shared/result';
import { REMOVED_KEPT_MS } from '../../lib/vault/accounts';
import { DRAFT_KEPT_MS } from '../../lib/vault/drafts';
import { forgetOldDrafts } from './drafts';
import { makeFreshVault, unlock } from './fresh-vault.testing';
import { accountHandlers } from './handlers/accounts';
import { draftHandlers } from './handlers/drafts';
import { vaultHandlers } from './handlers/vault';
import { lockNow } from './lock';
import { vault } from './worker';

vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));

const NOON = new Date(2026, 10, 22, 12);
const OTP = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

const draft: AccountDraft = {
  label: 'Half-typed',
  email: 'robin@example.org',
  apiKey: 'a1'.repeat(32),
  authenticator: '',
  createdOn: '2026-11-22',
};
const ofNew: Input<'drafts.keep'> = { accountId: null, baseRevision: 0, changed: ['label', 'apiKey'], draft };

const keep = (changes: Partial<Input<'drafts.keep'>> = {}) => draftHandlers['drafts.keep']({ ...ofNew, ...changes });
const save = (id: string | null, typed: Partial<AccountDraft> = {}) =>
  accountHandlers['accounts.save']({
    id,
    baseRevision: 1,
    changed: Object.keys(typed) as (keyof AccountDraft)[],
    draft: { ...draft, ...typed },
    touch: null,
  });

/** The draft as a form gets it. Throws where it cannot be read. */
async function read(accountId: string | null = null) {
  const reply = await draftHandlers['drafts.read']({ accountId });
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value;
}

async function readStored(): Promise<unknown> {
  return (await fakeBrowser.storage.local.get('draft')).draft;
}

async function addAccount(): Promise<string> {
  const saved = await save(null);
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  return saved.value.id;
}

/** What `held.hold` does to an account, as far as drafts are concerned. */
async function hold(accountId: string): Promise<void> {
  const bytes = (length: number) => base64Encode(new Uint8Array(length));
  const seal = { sealId: bytes(16), salt: bytes(32), nonce: bytes(24), sealed: bytes(17) };
  await vault.update<never>(body =>
    ok({
      ...body,
      accounts: body.accounts.map(account => (account.id === accountId ? { ...account, seal } : account)),
    }),
  );
}

beforeEach(async () => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  await makeFreshVault();
});

describe('a draft', () => {
  it('is kept until it is asked for, with the time at which it was typed', async () => {
    expect(await read()).toBeNull();
    await keep();
    expect(await read()).toEqual({ ...ofNew, keptAtMs: NOON.getTime() });
  });

  it('survives a lock, in which nobody reads or writes it', async () => {
    await keep();
    const stored = await readStored();
    await lockNow();
    const refused = { ok: false, error: [{ code: 'vault-locked', details: [], field: null }] };
    expect(await draftHandlers['drafts.read']({ accountId: null })).toEqual(refused);
    expect(await keep({ draft: { ...draft, label: 'Other' } })).toEqual(refused);
    expect(await draftHandlers['drafts.discard']({ accountId: null })).toEqual(refused);
    expect(await readStored()).toBe(stored);
    await unlock();
    expect(await read()).toMatchObject({ draft });
  });

  it('lies in storage as bytes in which nothing that was typed can be found', async () => {
    await keep();
    const stored = await readStored();
    const bytes = base64Decode(String(stored)) ?? new Uint8Array(0);
    expect(bytes.length).toBeGreaterThan(4_096);
    const text = String.fromCharCode(...bytes);
    for (const typed of ['Half', 'robin', 'a1a1', 'label']) expect(text).not.toContain(typed);
  });

  it('is gone once it is discarded, and nothing of it is stored', async () => {
    await keep();
    await draftHandlers['drafts.discard']({ accountId: null });
    expect(await read()).toBeNull();
    expect(await fakeBrowser.storage.local.get('draft')).toEqual({});
  });

  it('is gone once its account is saved, and stays where a save is refused', async () => {
    await keep();
    expect((await save(null, { email: 'nobody' })).ok).toBe(false);
    expect(await read()).not.toBeNull();
    await addAccount();
    expect(await read()).toBeNull();
  });

  it('of one account stays when another one is saved', async () => {
    const id = await addAccount();
    await keep();
    expect((await save(id, { label: 'Work' })).ok).toBe(true);
    expect(await read()).not.toBeNull();
  });

  it('is gone after seven days', async () => {
    await keep();
    await lockNow();
    vi.setSystemTime(NOON.getTime() + DRAFT_KEPT_MS);
    await unlock();
    expect(await read()).toBeNull();
    await forgetOldDrafts();
    expect(await readStored()).toBeUndefined();
  });

  it('that says the same again keeps its time, and costs no write', async () => {
    await keep();
    const stored = await readStored();
    vi.setSystemTime(NOON.getTime() + HOUR_MS / 2);
    await keep();
    expect(await readStored()).toBe(stored);
    expect(await read()).toMatchObject({ keptAtMs: NOON.getTime() });
  });

  it('is not lost to others that are kept at the same moment', async () => {
    const ids = [await addAccount()];
    for (const email of ['b@example.org', 'c@example.org']) {
      const saved = await save(null, { email });
      if (saved.ok) ids.push(saved.value.id);
    }
    await Promise.all([null, ...ids].map(accountId => keep({ accountId })));
    for (const accountId of [null, ...ids]) expect(await read(accountId)).toMatchObject({ accountId });
  });

  it('that does not open any more is none, and makes room for the next', async () => {
    await fakeBrowser.storage.local.set({ draft: base64Encode(new Uint8Array(5_000)) });
    expect(await read()).toBeNull();
    await keep();
    expect(await read()).not.toBeNull();
  });
});

describe('the draft of an account', () => {
  it('waits for the Undo while the account is removed, and ends when that is over', async () => {
    const id = await addAccount();
    await keep({ accountId: id });
    await accountHandlers['accounts.remove']({ id });
    expect(await read(id)).toBeNull();
    await accountHandlers['accounts.restore']({ id });
    expect(await read(id)).not.toBeNull();
    await accountHandlers['accounts.remove']({ id });
    await lockNow();
    vi.setSystemTime(NOON.getTime() + REMOVED_KEPT_MS);
    await unlock();
    await vaultHandlers['policy.save']({ ...DEFAULT_POLICY, lockAfterMinutes: 60 });
    await forgetOldDrafts();
    expect(await readStored()).toBeUndefined();
  });

  it('is refused where there is no such account', async () => {
    expect(await keep({ accountId: 'nobody' })).toMatchObject({ ok: false, error: [{ code: 'account-missing' }] });
    expect(await readStored()).toBeUndefined();
  });

  it('holds no authenticator while a passkey holds that', async () => {
    const id = await addAccount();
    await hold(id);
    await keep({ accountId: id, changed: ['label', 'authenticator'], draft: { ...draft, authenticator: OTP } });
    expect(await read(id)).toMatchObject({ changed: ['label'], draft: { label: 'Half-typed', authenticator: '' } });
  });

  it('loses the authenticator that it had when a passkey comes to hold it', async () => {
    const id = await addAccount();
    await keep({ accountId: id, changed: ['authenticator'], draft: { ...draft, authenticator: OTP } });
    await hold(id);
    await forgetOldDrafts();
    expect(await readStored()).toBeUndefined();
  });
});
