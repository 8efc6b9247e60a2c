// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failure } from '../../lib/messages/failures';
import { render } from '../testing/render';
import { TODAY } from '../testing/sample-keys';
import { AccountIntervalForm } from './AccountIntervalForm';
import { AddKeyForm } from './AddKeyForm';

describe('AddKeyForm', () => {
  it('says at the key what is wrong with it, and keeps it', async () => {
    render(<AddKeyForm today={TODAY} onAdd={async () => [failure('key-already-there')]} />);
    const field = screen.getByLabelText<HTMLInputElement>('API key');
    fireEvent.change(field, { target: { value: 'pasted' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add key' }));
    expect((await screen.findByRole('alert')).textContent).toBe('This account has this key already.');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.value).toBe('pasted');
  });

  it('is empty once the key is saved', async () => {
    const onAdd = vi.fn(async () => []);
    render(<AddKeyForm today={TODAY} onAdd={onAdd} />);
    const field = screen.getByLabelText<HTMLInputElement>('API key');
    fireEvent.change(field, { target: { value: 'pasted' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add key' }));
    await waitFor(() => expect(field.value).toBe(''));
    expect(onAdd).toHaveBeenCalledWith('pasted', TODAY);
  });
});

describe('AccountIntervalForm', () => {
  it('saves an interval for all keys of an account', async () => {
    const onSave = vi.fn(async () => []);
    const onSaved = vi.fn();
    const interval = { intervalDays: 30, neverDueBecause: null };
    render(<AccountIntervalForm interval={interval} onSave={onSave} onSaved={onSaved} />);
    fireEvent.click(screen.getByLabelText('Never, for a reason'));
    fireEvent.change(screen.getByLabelText('Why it is never due'), { target: { value: ' a test account ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save interval' }));
    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
    expect(onSave).toHaveBeenCalledWith({ intervalDays: null, neverDueBecause: 'a test account' });
  });
});
