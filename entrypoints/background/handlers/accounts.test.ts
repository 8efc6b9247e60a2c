import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccountDraft } from '../../../lib/model/draft';
import { makeFreshVault } from '../fresh-vault.testing';
import { accountHandlers } from './accounts';
import { keyHandlers } from './keys';

vi.mock('../../../lib/browser/spare-store', () => import('../spare-store.testing'));

const draft: AccountDraft = {
  label: 'Work',
  email: 'robin@example.org',
  apiKey: 'a1'.repeat(32),
  authenticator: '',
  createdOn: '2026-11-20',
};

/** What a form sends that was opened at a revision: its fields as they were then, and what was typed over them. */
const save = (id: string | null, typed: Partial<AccountDraft>, baseRevision = 1) =>
  accountHandlers['accounts.save']({
    id,
    baseRevision,
    changed: Object.keys(typed) as (keyof AccountDraft)[],
    draft: { ...draft, ...typed },
    touch: null,
  });

async function addAccount(typed: Partial<AccountDraft> = {}): Promise<string> {
  const saved = await save(null, typed);
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  return saved.value.id;
}

beforeEach(makeFreshVault);

describe('two windows that save one account', () => {
  it('both win where they changed different fields, and neither is blamed for what it left alone', async () => {
    const id = await addAccount();
    expect((await save(id, { label: 'Here' })).ok).toBe(true);
    expect((await save(id, { email: 'there@example.org' })).ok).toBe(true);
    const list = await accountHandlers['accounts.list']({});
    expect(list).toMatchObject({ value: [{ label: 'Here', email: 'there@example.org', revision: 3 }] });
  });

  it('are told at each field that both changed, until they have seen it', async () => {
    const id = await addAccount();
    await save(id, { label: 'Here', email: 'here@example.org' });
    const refused = await save(id, { label: 'There', email: 'there@example.org' });
    const at = (field: string) => ({ code: 'changed-elsewhere', details: [], field });
    expect(refused).toEqual({ ok: false, error: [at('label'), at('email')] });
    expect((await save(id, { label: 'There' }, 2)).ok).toBe(true);
  });

  it('may leave an address as it is that another account has by now', async () => {
    const id = await addAccount();
    await save(id, { email: 'moved@example.org' });
    await addAccount({ email: 'robin@example.org', apiKey: 'b2'.repeat(32) });
    expect((await save(id, { label: 'Renamed' })).ok).toBe(true);
    expect(await save(id, { email: 'ROBIN@example.org' })).toMatchObject({
      ok: false,
      error: [{ code: 'email-duplicate', field: 'email' }],
    });
  });
});

describe('a key that is typed into the form of an account', () => {
  const atKey = (code: string) => ({ ok: false, error: [{ code, details: [], field: 'apiKey' }] });

  it('is refused where another account has it, for a new account and for one that is there', async () => {
    await addAccount();
    const other = { label: 'Other', email: 'other@example.org' };
    expect(await save(null, other)).toEqual(atKey('key-of-other-account'));
    const id = await addAccount({ ...other, apiKey: 'b2'.repeat(32) });
    expect(await save(id, { apiKey: draft.apiKey })).toEqual(atKey('key-of-other-account'));
  });

  it('is refused where it stands beside the one on the card, and not where it is that one', async () => {
    const id = await addAccount();
    const beside = { accountId: id, secret: 'b2'.repeat(32), createdOn: '', state: 'staged' } as const;
    expect((await keyHandlers['keys.add'](beside)).ok).toBe(true);
    expect(await save(id, { apiKey: beside.secret })).toEqual(atKey('key-already-there'));
    expect((await save(id, { apiKey: draft.apiKey })).ok).toBe(true);
  });
});
