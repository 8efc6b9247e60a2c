// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failure } from '../lib/messages/failures';
import { render } from './testing/render';
import { UnlockForm } from './UnlockForm';

function password(): HTMLInputElement {
  return screen.getByLabelText('Master password', { exact: true });
}

describe('UnlockForm', () => {
  it('has the focus in its field, and submits on Enter', () => {
    const onUnlock = vi.fn(async () => []);
    render(<UnlockForm onUnlock={onUnlock} />);
    expect(document.activeElement).toBe(password());
    fireEvent.change(password(), { target: { value: 'correct horse' } });
    fireEvent.submit(password());
    expect(onUnlock).toHaveBeenCalledExactlyOnceWith('correct horse');
  });

  it('says at the field that a password is wrong, and keeps it there to be corrected', async () => {
    render(<UnlockForm onUnlock={async () => [failure('wrong-password')]} />);
    fireEvent.change(password(), { target: { value: 'correct hose' } });
    fireEvent.click(screen.getByRole('button', { name: 'Unlock' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Wrong master password. Try again.');
    expect(password().value).toBe('correct hose');
    expect(document.activeElement).toBe(password());
  });
});
