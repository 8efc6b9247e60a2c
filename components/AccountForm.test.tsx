// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { describedBy, field, openForm, press, TODAY, type } from './testing/account-form';
import { sampleAccount, sampleKey } from './testing/sample';

const FIELDS = ['Label', 'Email', 'API key', 'Authenticator', 'Key created on'];

describe('AccountForm', () => {
  it('says from which day a reminder counts, of a new key and of one that is there', () => {
    const { leave } = openForm();
    expect(describedBy('Key created on')).toContain('Leave today if you are not sure');
    leave();
    openForm(sampleAccount());
    expect(describedBy('Key created on')).toBe('The reminder counts from this day.');
  });

  it('names each field exactly, once, and keeps the hints out of the names', () => {
    openForm();
    for (const label of FIELDS) expect(screen.getAllByLabelText(label, { exact: true })).toHaveLength(1);
    expect(field('API key').getAttribute('aria-describedby')).not.toBeNull();
  });

  it('starts in its first field, dated today', () => {
    openForm();
    expect(document.activeElement).toBe(field('Label'));
    expect(field('Key created on').value).toBe(TODAY);
    expect(field('Key created on').max).toBe(TODAY);
  });

  it('hands over what was typed, as it was typed', async () => {
    const { onSave } = openForm();
    type('Label', ' Work ');
    type('Email', 'ana@example.com');
    type('API key', 'pgp_x\n');
    type('Key created on', '');
    press('Save account');
    const draft = { label: ' Work ', email: 'ana@example.com', apiKey: 'pgp_x', authenticator: '', createdOn: '' };
    const changed = ['label', 'email', 'apiKey', 'createdOn'];
    await waitFor(() => expect(onSave).toHaveBeenCalledExactlyOnceWith({ baseRevision: 0, changed, draft }));
  });

  it('keeps its content when it is refused, says each fault once at its field, and goes to the first', async () => {
    openForm(null, null, [
      { code: 'api-key-length', details: ['63'], field: 'apiKey' },
      { code: 'email-invalid', details: [], field: 'email' },
    ]);
    type('Label', 'Work');
    type('Email', 'nonsense');
    type('API key', 'pgp_short');
    press('Save account');
    const alerts = await screen.findAllByRole('alert');
    expect(alerts).toHaveLength(2);
    expect(field('Label').value).toBe('Work');
    expect(field('API key').value).toBe('pgp_short');
    expect(field('API key').getAttribute('aria-invalid')).toBe('true');
    expect(field('Label').getAttribute('aria-invalid')).toBe('false');
    expect(document.activeElement).toBe(field('Email'));
    expect(describedBy('API key')).toContain('this one has 63');
  });

  it('takes a fault back when its field is changed', async () => {
    openForm(null, null, [{ code: 'email-invalid', details: [], field: 'email' }]);
    press('Save account');
    await screen.findByRole('alert');
    type('Email', 'ana@example.com');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says what belongs to no field once, above the buttons', async () => {
    openForm(sampleAccount(), null, [{ code: 'account-missing', details: [], field: null }]);
    press('Save account');
    expect((await screen.findByRole('alert')).textContent).toContain('no longer in the vault');
  });

  it('saves once however often the button is pressed', async () => {
    const { onSave } = openForm();
    press('Save account');
    press('Save account');
    await waitFor(() => expect(onSave).toHaveBeenCalledTimes(1));
  });

  it('prefills an edit, but no secret, and names what was changed and the revision that it was made from', async () => {
    const { onSave } = openForm(sampleAccount());
    expect(field('Email').value).toBe('ana@example.com');
    expect(field('Key created on').value).toBe('2026-06-01');
    expect(field('API key').value).toBe('');
    expect(screen.getAllByText('Leave empty to keep the saved one.')).toHaveLength(2);
    type('Email', 'other@example.com');
    press('Save account');
    const named = { baseRevision: 3, changed: ['email'] };
    await waitFor(() => expect(onSave).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(named)));
  });

  it('dates a new key today, since its age is not the old one’s', () => {
    openForm(sampleAccount());
    type('API key', 'p');
    expect(field('Key created on').value).toBe(TODAY);
  });

  it('dates a new key anew also where the old one is of today', async () => {
    const { onSave } = openForm(sampleAccount({ key: sampleKey({ createdOn: TODAY }) }));
    type('API key', 'p');
    press('Save account');
    const named = { changed: ['apiKey', 'createdOn'] };
    await waitFor(() => expect(onSave).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(named)));
  });

  it('leaves on Escape and on Cancel', () => {
    const { onCancel } = openForm();
    fireEvent.keyDown(field('Label'), { key: 'Escape' });
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onCancel).toHaveBeenCalledTimes(2);
  });

  it('keeps what was typed on Escape, and throws it away on Cancel only', () => {
    const { onCancel } = openForm();
    type('Label', 'Work');
    fireEvent.keyDown(field('Label'), { key: 'Escape' });
    expect(onCancel).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onCancel).toHaveBeenCalledTimes(1);
  });

  it('says which fields are optional', () => {
    openForm();
    expect(FIELDS.filter(label => describedBy(label).startsWith('Optional.'))).toEqual(['Label', 'Authenticator']);
  });
});
