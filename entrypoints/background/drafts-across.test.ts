import { beforeEach, describe, expect, it, vi } from 'vitest';
import { draftItem } from '../../lib/browser/draft-item';
import { renewVaultKey } from '../../lib/vault/ways-in';
import { forgetOldDrafts, keepDraftsAcross } from './drafts';
import { BY_PASSWORD, makeFreshVault, PASSWORD, unlock } from './fresh-vault.testing';
import { draftHandlers } from './handlers/drafts';
import { waysInHandlers } from './handlers/ways-in';
import { lockNow } from './lock';
import { vault } from './worker';

vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));
vi.mock('../../lib/browser/scrub-disk', () => ({ scrubDisk: async () => {} }));

const draft = { label: 'Half-typed', email: '', apiKey: 'a1'.repeat(32), authenticator: '', createdOn: '2026-11-22' };

const keep = (label = draft.label) =>
  draftHandlers['drafts.keep']({
    accountId: null,
    baseRevision: 0,
    changed: ['label', 'apiKey'],
    draft: { ...draft, label },
  });
const read = () => draftHandlers['drafts.read']({ accountId: null });

beforeEach(makeFreshVault);

describe('a new vault key', () => {
  const renew = (password: string) =>
    waysInHandlers['ways-in.renew-key']({
      proof: { type: 'password', password },
      password: PASSWORD,
      passkeys: [],
      recoveryCode: null,
    });

  it('takes the drafts along, and seals them anew', async () => {
    await keep();
    const before = await draftItem.read();
    expect((await renew(PASSWORD)).ok).toBe(true);
    expect(await draftItem.read()).not.toEqual(before);
    expect(await read()).toMatchObject({ value: { draft } });
  });

  it('that is refused leaves them as they are', async () => {
    await keep();
    const before = await draftItem.read();
    expect((await renew('not the right one')).ok).toBe(false);
    expect(await draftItem.read()).toEqual(before);
  });

  it('has none written under the old key meanwhile', async () => {
    await keep();
    const [, kept] = await Promise.all([renew(PASSWORD), keep('Typed meanwhile')]);
    expect(kept.ok).toBe(true);
    expect(await read()).toMatchObject({ value: { draft: { label: 'Typed meanwhile' } } });
  });

  it('leaves nothing that the old key opens where the lock came between', async () => {
    await keep();
    await keepDraftsAcross(async () => {
      await vault.rewrite(BY_PASSWORD, renewVaultKey({ password: PASSWORD, passkeys: [], recoveryCode: null }));
      await lockNow();
    });
    await unlock();
    await forgetOldDrafts();
    expect(await draftItem.read()).toBeNull();
  });

  it('passes on what the change says, also while locked', async () => {
    await lockNow();
    expect(await keepDraftsAcross(async () => 'done')).toBe('done');
  });
});
