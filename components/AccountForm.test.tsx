// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Failure } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import type { LocalDate } from '../lib/shared/local-date';
import type { SaveAnswer } from './AccountForm';
import { AccountForm } from './AccountForm';
import type { AccountChanges } from './account-draft';
import { render } from './testing/render';
import { sampleAccount, sampleKey } from './testing/sample';

const TODAY = '2026-07-12' as LocalDate;
const FIELDS = ['Label', 'Email', 'API key', 'Authenticator', 'Key created on'];

function setUp(account: AccountView | null = null, failures: readonly Failure[] = []) {
  const onSave = vi.fn(async (_: AccountChanges): Promise<SaveAnswer> => ({ failures, newest: null }));
  const onCancel = vi.fn();
  const kept = { kept: null, onKeep: async () => true, settle: { current: null } };
  render(<AccountForm account={account} today={TODAY} onSave={onSave} onCancel={onCancel} {...kept} />);
  return { onSave, onCancel };
}

function field(label: string): HTMLInputElement {
  return screen.getByLabelText(label, { exact: true });
}

function type(label: string, value: string) {
  fireEvent.change(field(label), { target: { value } });
}

function save() {
  fireEvent.click(screen.getByRole('button', { name: 'Save account' }));
}

describe('AccountForm', () => {
  it('names each field exactly, once, and keeps the hints out of the names', () => {
    setUp();
    for (const label of FIELDS) expect(screen.getAllByLabelText(label, { exact: true })).toHaveLength(1);
    expect(field('API key').getAttribute('aria-describedby')).not.toBeNull();
  });

  it('starts in its first field, dated today', () => {
    setUp();
    expect(document.activeElement).toBe(field('Label'));
    expect(field('Key created on').value).toBe(TODAY);
    expect(field('Key created on').max).toBe(TODAY);
  });

  it('hands over what was typed, as it was typed', async () => {
    const { onSave } = setUp();
    type('Label', ' Work ');
    type('Email', 'ana@example.com');
    type('API key', 'pgp_x\n');
    type('Key created on', '');
    save();
    const draft = { label: ' Work ', email: 'ana@example.com', apiKey: 'pgp_x', authenticator: '', createdOn: '' };
    const changed = ['label', 'email', 'apiKey', 'createdOn'];
    await waitFor(() => expect(onSave).toHaveBeenCalledExactlyOnceWith({ baseRevision: 0, changed, draft }));
  });

  it('keeps its content when it is refused, says each fault once at its field, and goes to the first', async () => {
    setUp(null, [
      { code: 'api-key-length', details: ['63'], field: 'apiKey' },
      { code: 'email-invalid', details: [], field: 'email' },
    ]);
    type('Label', 'Work');
    type('Email', 'nonsense');
    type('API key', 'pgp_short');
    save();
    const alerts = await screen.findAllByRole('alert');
    expect(alerts).toHaveLength(2);
    expect(field('Label').value).toBe('Work');
    expect(field('API key').value).toBe('pgp_short');
    expect(field('API key').getAttribute('aria-invalid')).toBe('true');
    expect(field('Label').getAttribute('aria-invalid')).toBe('false');
    expect(document.activeElement).toBe(field('Email'));
    const described = field('API key').getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map(id => document.getElementById(id)?.textContent).join(' ')).toContain('this one has 63');
  });

  it('takes a fault back when its field is changed', async () => {
    setUp(null, [{ code: 'email-invalid', details: [], field: 'email' }]);
    save();
    await screen.findByRole('alert');
    type('Email', 'ana@example.com');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says what belongs to no field once, above the buttons', async () => {
    setUp(sampleAccount(), [{ code: 'account-missing', details: [], field: null }]);
    save();
    expect((await screen.findByRole('alert')).textContent).toContain('no longer in the vault');
  });

  it('saves once however often the button is pressed', async () => {
    const { onSave } = setUp();
    save();
    save();
    await waitFor(() => expect(onSave).toHaveBeenCalledTimes(1));
  });

  it('prefills an edit, but no secret, and names what was changed and the revision that it was made from', async () => {
    const { onSave } = setUp(sampleAccount());
    expect(field('Email').value).toBe('ana@example.com');
    expect(field('Key created on').value).toBe('2026-06-01');
    expect(field('API key').value).toBe('');
    expect(screen.getAllByText('Leave empty to keep the saved one.')).toHaveLength(2);
    type('Email', 'other@example.com');
    save();
    const named = { baseRevision: 3, changed: ['email'] };
    await waitFor(() => expect(onSave).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(named)));
  });

  it('dates a new key today, since its age is not the old one’s', () => {
    setUp(sampleAccount());
    type('API key', 'p');
    expect(field('Key created on').value).toBe(TODAY);
  });

  it('dates a new key anew also where the old one is of today', async () => {
    const { onSave } = setUp(sampleAccount({ key: sampleKey({ createdOn: TODAY }) }));
    type('API key', 'p');
    save();
    const named = { changed: ['apiKey', 'createdOn'] };
    await waitFor(() => expect(onSave).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(named)));
  });

  it('leaves on Escape and on Cancel', () => {
    const { onCancel } = setUp();
    fireEvent.keyDown(field('Label'), { key: 'Escape' });
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onCancel).toHaveBeenCalledTimes(2);
  });

  it('keeps what was typed on Escape, and throws it away on Cancel only', () => {
    const { onCancel } = setUp();
    type('Label', 'Work');
    fireEvent.keyDown(field('Label'), { key: 'Escape' });
    expect(onCancel).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onCancel).toHaveBeenCalledTimes(1);
  });

  it('says which fields are optional', () => {
    setUp();
    const hintOf = (label: string) =>
      document.getElementById(field(label).getAttribute('aria-describedby') ?? '')?.textContent ?? '';
    expect(FIELDS.filter(label => hintOf(label).startsWith('Optional.'))).toEqual(['Label', 'Authenticator']);
  });
});
