// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { field, openForm, press, TODAY, type } from './testing/account-form';
import { sampleAccount } from './testing/sample';

const hide = (state: 'hidden' | 'visible') => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  fireEvent(document, new Event('visibilitychange'));
};

const asksBeforeItGoes = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

afterEach(() => vi.restoreAllMocks());

describe('what is typed into a form', () => {
  it('is kept at every change, one at a time and the last of them last', async () => {
    const { onKeep, settle } = openForm(sampleAccount());
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
    const { onKeep, onCancel, settle } = openForm(sampleAccount());
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
    const { onKeep, leave } = openForm();
    hide('hidden');
    press('Cancel');
    leave();
    expect(onKeep).not.toHaveBeenCalled();
  });

  it('stays when the form is left without Cancel, and the browser need not ask first', async () => {
    const { onKeep, leave } = openForm();
    type('Label', 'Office');
    await waitFor(() => expect(asksBeforeItGoes()).toBe(false));
    leave();
    await waitFor(() => expect(onKeep).toHaveBeenLastCalledWith(expect.objectContaining({ changed: ['label'] })));
  });

  it('is kept once more when the page is hidden, since another window may have dropped it', async () => {
    const { onKeep, settle } = openForm();
    type('Label', 'Office');
    await act(async () => settle.current?.());
    onKeep.mockClear();
    hide('visible');
    expect(onKeep).not.toHaveBeenCalled();
    hide('hidden');
    expect(onKeep).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ changed: ['label'] }));
  });

  it('is asked about before the page goes where it cannot be kept, and that is said', async () => {
    const { onKeep } = openForm();
    onKeep.mockResolvedValue(false);
    type('Label', 'Office');
    expect(await screen.findByText(/could not be kept aside/u)).toBeTruthy();
    await waitFor(() => expect(asksBeforeItGoes()).toBe(true));
    onKeep.mockResolvedValue(true);
    type('Label', 'Office 2');
    await waitFor(() => expect(screen.queryByText(/could not be kept aside/u)).toBeNull());
    await waitFor(() => expect(asksBeforeItGoes()).toBe(false));
  });

  it('is asked about before the page goes where a passkey holds it, since that is never kept', async () => {
    openForm(sampleAccount({ isHeld: true }));
    type('Label', 'Office');
    await waitFor(() => expect(asksBeforeItGoes()).toBe(false));
    type('Authenticator', 'GEZDGNBV');
    await waitFor(() => expect(asksBeforeItGoes()).toBe(true));
  });

  it('is not kept any more behind a save, which has dropped it', async () => {
    const { onKeep, onSave, settle } = openForm();
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
    const { onKeep, onSave } = openForm();
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
    const { onKeep } = openForm(null, {
      changed: ['label', 'apiKey'],
      draft: typed,
      keptAtMs: Date.UTC(2026, 6, 11, 9),
    });
    expect(field('Label').value).toBe('Office');
    expect(field('API key').value).toBe('pgp_half');
    expect(screen.getByText(/Unsaved changes from .*2026.* are back/u)).toBeTruthy();
    expect(onKeep).not.toHaveBeenCalled();
  });

  it('lays it over what the account is by now, and measures it against when it was typed', async () => {
    const account = sampleAccount({ revision: 5, email: 'new@example.com' });
    const { onSave } = openForm(account, { changed: ['label'], draft: typed });
    expect(field('Label').value).toBe('Office');
    expect(field('Email').value).toBe('new@example.com');
    press('Save account');
    await waitFor(() => expect(onSave).toHaveBeenCalledOnce());
    expect(onSave.mock.calls[0]?.[0]).toMatchObject({ baseRevision: 3, changed: ['label'] });
  });

  it('begins anew on Discard, from the account as it is by now', async () => {
    const { onKeep, onSave } = openForm(sampleAccount({ revision: 5 }), { changed: ['label'], draft: typed });
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
    const { onKeep } = openForm(sampleAccount({ label: 'Office' }), { changed: ['label'], draft: typed });
    expect(screen.queryByText(/are back/u)).toBeNull();
    expect(onKeep).toHaveBeenCalledExactlyOnceWith(null);
  });
});
