// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Failure } from '../lib/messages/failures';
import { failure } from '../lib/messages/failures';
import { ChangePasswordForm } from './ChangePasswordForm';
import { render } from './testing/render';

const NEXT = 'violet tram under nine bridges';

function setUp(failures: readonly Failure[]) {
  const onChangePassword = vi.fn(async () => failures);
  const onDone = vi.fn();
  render(
    <ChangePasswordForm random={count => new Uint8Array(count)} onChangePassword={onChangePassword} onDone={onDone} />,
  );
  for (const [label, value] of [
    ['Current master password', 'the old one'],
    ['New master password', NEXT],
    ['Repeat new master password', NEXT],
  ] as const) {
    fireEvent.change(screen.getByLabelText(label, { exact: true }), { target: { value } });
  }
  fireEvent.click(screen.getByRole('button', { name: 'Change master password' }));
  return { onChangePassword, onDone };
}

describe('ChangePasswordForm', () => {
  it('changes the password and forgets all three', async () => {
    const { onChangePassword, onDone } = setUp([]);
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
    expect(onChangePassword).toHaveBeenCalledExactlyOnceWith('the old one', NEXT);
    expect(screen.getByLabelText<HTMLInputElement>('New master password', { exact: true }).value).toBe('');
  });

  it('blames a wrong current password on its field', async () => {
    const { onDone } = setUp([failure('wrong-password')]);
    await screen.findByRole('alert');
    expect(document.activeElement).toBe(screen.getByLabelText('Current master password', { exact: true }));
    expect(onDone).not.toHaveBeenCalled();
  });
});
