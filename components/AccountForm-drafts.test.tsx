// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { RefObject } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Failure, FieldName } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import type { KeptDraft } from '../lib/model/draft';
import type { LocalDate } from '../lib/shared/local-date';
import type { SaveAnswer } from './AccountForm';
import { AccountForm } from './AccountForm';
import type { AccountChanges } from './account-draft';
import { render } from './testing/render';
import { sampleAccount, sampleKey } from './testing/sample';

const TODAY = '2026-07-12' as LocalDate;
const EMPTY = { label: '', email: '', apiKey: '', authenticator: '', createdOn: TODAY };

function setUp(account: AccountView | null = null, kept: Partial<KeptDraft> | null = null) {
  const onSave = vi.fn(async (_: AccountChanges): Promise<SaveAnswer> => ({ failures: [], newest: null }));
  const onKeep = vi.fn(async (_: AccountChanges | null) => true);
  const onCancel = vi.fn();
  const settle: RefObject<(() => Promise<void>) | null> = { current: null };
  const draft = { accountId: account?.id ?? null, baseRevision: 3, changed: [], draft: EMPTY, keptAtMs: 0, ...kept };
  const acts = { onSave, onKeep, onCancel, settle };
  const form = render(<AccountForm account={account} kept={kept && draft} today={TODAY} {...acts} />);
  return { ...acts, leave: form.unmount };
}

function field(label: string): HTMLInputElement {
  return screen.getByLabelText(label, { exact: true });
}

function type(label: string, value: string) {
  fireEvent.change(field(label), { target: { value } });
}

function press(name: string) {
  fireEvent.click(screen.getByRole('button', { name }));
}

function hintOf(label: string): string {
  const ids = field(label).getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map(id => document.getElementById(id)?.textContent).join(' ');
}

const hide = (state: 'hidden' | 'visible') => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  fireEvent(document, new Event('visibilitychange'));
};

const asksBeforeItGoes = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

afterEach(() => vi.restoreAllMocks());

describe('what is typed into a form', () => {
  it('is kept at every change, one at a time and the last of them last', async () => {
    const { onKeep, settle } = setUp(sampleAccount());
    expect(onKeep).not.toHaveBeenCalled();
    for (const label of ['O', 'Of', 'Office']) type('Label', label);
    await act(async () => settle.current?.());
    const kept = { baseRevision: 3, changed: ['label'] };
    expect(onKeep.mock.calls[0]?.[0]).toMatchObject({ ...kept, draft: { label: 'O' } });
    expect(onKeep.mock.calls.at(-1)?.[0]).toMatchObject({
      ...kept,
      draft: { label: 'Office', email: 'ana@example.com' },
    });
    expect(onKeep.mock.calls.length).toBeLessThanOrEqual(3);
  });

  it('is discarded when it is taken back, and by Cancel', async () => {
    const { onKeep, onCancel, settle } = setUp(sampleAccount());
    type('Label', 'Office');
    type('Label', 'Work');
    await act(async () => settle.current?.());
    expect(onKeep).toHaveBeenLastCalledWith(null);
    type('Label', 'Office');
    press('Cancel');
    await act(async () => settle.current?.());
    expect(onKeep).toHaveBeenLastCalledWith(null);
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('of another window is left alone by a form into which nothing was typed', async () => {
    const { onKeep, leave } = setUp();
    hide('hidden');
    press('Cancel');
    leave();
    expect(onKeep).not.toHaveBeenCalled();
  });

  it('stays when the form is left without Cancel, and the browser need not ask first', async () => {
    const { onKeep, leave } = setUp();
    type('Label', 'Office');
    expect(asksBeforeItGoes()).toBe(false);
    leave();
    await waitFor(() => expect(onKeep).toHaveBeenLastCalledWith(expect.objectContaining({ changed: ['label'] })));
  });

  it('is kept once more when the page is hidden, since another window may have dropped it', async () => {
    const { onKeep, settle } = setUp();
    type('Label', 'Office');
    await act(async () => settle.current?.());
    onKeep.mockClear();
    hide('visible');
    expect(onKeep).not.toHaveBeenCalled();
    hide('hidden');
    expect(onKeep).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ changed: ['label'] }));
  });

  it('is asked about before the page goes where it cannot be kept, and that is said', async () => {
    const { onKeep } = setUp();
    onKeep.mockResolvedValue(false);
    type('Label', 'Office');
    expect(await screen.findByText(/could not be kept aside/u)).toBeTruthy();
    expect(asksBeforeItGoes()).toBe(true);
    onKeep.mockResolvedValue(true);
    type('Label', 'Office 2');
    await waitFor(() => expect(screen.queryByText(/could not be kept aside/u)).toBeNull());
    expect(asksBeforeItGoes()).toBe(false);
  });

  it('is asked about before the page goes where a passkey holds it, since that is never kept', () => {
    setUp(sampleAccount({ isHeld: true }));
    type('Label', 'Office');
    expect(asksBeforeItGoes()).toBe(false);
    type('Authenticator', 'GEZDGNBV');
    expect(asksBeforeItGoes()).toBe(true);
  });

  it('is not kept any more behind a save, which has dropped it', async () => {
    const { onKeep, onSave, settle } = setUp();
    const order: string[] = [];
    onKeep.mockImplementation(async changes => {
      await new Promise(resolve => setTimeout(resolve));
      order.push(`kept ${changes?.draft.label}`);
      return true;
    });
    onSave.mockImplementation(async () => {
      order.push('saved');
      return { failures: [], newest: null };
    });
    type('Label', 'A');
    type('Label', 'AB');
    press('Save account');
    await waitFor(() => expect(onSave).toHaveBeenCalledOnce());
    type('Label', 'ABC');
    hide('hidden');
    await act(async () => settle.current?.());
    expect(order).toEqual(['kept A', 'kept AB', 'saved']);
  });

  it('goes on being kept after a save that was refused', async () => {
    const { onKeep, onSave } = setUp();
    onSave.mockResolvedValue({ failures: [{ code: 'email-empty', details: [], field: 'email' }], newest: null });
    type('Label', 'A');
    press('Save account');
    await screen.findByRole('alert');
    type('Label', 'AB');
    await waitFor(() => expect(onKeep.mock.calls.at(-1)?.[0]?.draft.label).toBe('AB'));
  });
});

describe('a form that is opened on what was typed earlier', () => {
  const typed = { label: 'Office', email: 'old@example.com', apiKey: 'pgp_half', authenticator: '', createdOn: TODAY };

  it('has it back, says from when, and keeps the time', () => {
    const { onKeep } = setUp(null, { changed: ['label', 'apiKey'], draft: typed, keptAtMs: Date.UTC(2026, 6, 11, 9) });
    expect(field('Label').value).toBe('Office');
    expect(field('API key').value).toBe('pgp_half');
    expect(screen.getByText(/Unsaved changes from .*2026.* are back/u)).toBeTruthy();
    expect(onKeep).not.toHaveBeenCalled();
  });

  it('lays it over what the account is by now, and measures it against when it was typed', async () => {
    const account = sampleAccount({ revision: 5, email: 'new@example.com' });
    const { onSave } = setUp(account, { changed: ['label'], draft: typed });
    expect(field('Label').value).toBe('Office');
    expect(field('Email').value).toBe('new@example.com');
    press('Save account');
    await waitFor(() => expect(onSave).toHaveBeenCalledOnce());
    expect(onSave.mock.calls[0]?.[0]).toMatchObject({ baseRevision: 3, changed: ['label'] });
  });

  it('begins anew on Discard, from the account as it is by now', async () => {
    const { onKeep, onSave } = setUp(sampleAccount({ revision: 5 }), { changed: ['label'], draft: typed });
    press('Discard');
    expect(screen.queryByText(/are back/u)).toBeNull();
    expect(field('Label').value).toBe('Work');
    expect(document.activeElement).toBe(field('Label'));
    expect(onKeep).toHaveBeenCalledExactlyOnceWith(null);
    type('Label', 'Mine');
    press('Save account');
    await waitFor(() => expect(onSave).toHaveBeenCalledOnce());
    expect(onSave.mock.calls[0]?.[0]).toMatchObject({ baseRevision: 5 });
  });

  it('says nothing where another window has saved the very same, and discards it', () => {
    const { onKeep } = setUp(sampleAccount({ label: 'Office' }), { changed: ['label'], draft: typed });
    expect(screen.queryByText(/are back/u)).toBeNull();
    expect(onKeep).toHaveBeenCalledExactlyOnceWith(null);
  });
});

describe('a field that another window has changed meanwhile', () => {
  const refuse = (...fields: FieldName[]): Failure[] =>
    fields.map(name => ({ code: 'changed-elsewhere', details: [], field: name }));

  it('says so, shows what the other wrote, and is saved over it the second time', async () => {
    const { onSave } = setUp(sampleAccount());
    const newest = sampleAccount({ revision: 4, label: 'Theirs', email: 'theirs@example.com' });
    onSave.mockResolvedValueOnce({ failures: refuse('label'), newest });
    type('Label', 'Mine');
    press('Save account');
    expect((await screen.findByRole('alert')).textContent).toContain('changed in another window');
    expect(field('Label').value).toBe('Mine');
    expect(hintOf('Label')).toContain('“Theirs”');
    // What was not touched here is what it is by now, and is no hint to anything.
    expect(field('Email').value).toBe('theirs@example.com');
    expect(hintOf('Email')).toBe('The address you sign in with.');
    press('Save account');
    await waitFor(() => expect(onSave).toHaveBeenCalledTimes(2));
    expect(onSave.mock.calls[1]?.[0]).toMatchObject({ baseRevision: 4, changed: ['label'], draft: { label: 'Mine' } });
  });

  it('shows a day as a day, and no secret', async () => {
    const { onSave } = setUp(sampleAccount());
    const key = sampleKey({ id: 'key-2', createdOn: '2026-05-04' as LocalDate });
    onSave.mockResolvedValueOnce({
      failures: refuse('apiKey', 'createdOn', 'authenticator'),
      newest: sampleAccount({ revision: 4, key }),
    });
    type('API key', 'pgp_mine');
    type('Authenticator', 'GEZDGNBV');
    press('Save account');
    expect(await screen.findAllByRole('alert')).toHaveLength(3);
    expect(hintOf('Key created on')).toContain(new Date(2026, 4, 4).toLocaleDateString());
    expect(hintOf('API key')).not.toContain('other window saved');
    expect(hintOf('Authenticator')).not.toContain('other window saved');
    expect(field('API key').value).toBe('pgp_mine');
  });

  it('shows what was changed even between the refusal and the look at the account', async () => {
    const { onSave } = setUp(sampleAccount());
    const newest = sampleAccount({ revision: 5, label: 'Theirs', email: 'theirs@example.com' });
    onSave.mockResolvedValueOnce({ failures: refuse('label'), newest });
    type('Label', 'Mine');
    type('Email', 'mine@example.com');
    press('Save account');
    await screen.findByRole('alert');
    expect(hintOf('Email')).toContain('theirs@example.com');
  });

  it('is kept with the revision that was seen, so that it survives and still counts', async () => {
    const { onSave, onKeep } = setUp(sampleAccount());
    onSave.mockResolvedValueOnce({
      failures: refuse('label'),
      newest: sampleAccount({ revision: 4, label: 'Theirs' }),
    });
    type('Label', 'Mine');
    press('Save account');
    await screen.findByRole('alert');
    await waitFor(() => expect(onKeep.mock.calls.at(-1)?.[0]).toMatchObject({ baseRevision: 4, changed: ['label'] }));
  });
});
