// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failure } from '../lib/messages/failures';
import type { WayInView } from '../lib/messages/views';
import { ChangePasswordForm } from './ChangePasswordForm';
import { render } from './testing/render';
import { atStep, PASSWORD, press, rising, samplePasskey, samplePort, TODAY, type } from './testing/sample-ways-in';

const NEXT = 'violet tram under nine bridges';
const PROOF = { type: 'password', password: 'the old one' };

function setUp(port = samplePort(), waysIn: readonly WayInView[] = [PASSWORD]) {
  const onDone = vi.fn();
  const onSteps = vi.fn();
  const world = { hasPasskeys: true, port, random: rising, today: TODAY, now: Date.now, onSteps };
  render(<ChangePasswordForm {...world} waysIn={waysIn} onDone={onDone} />);
  type('Current master password', 'the old one');
  type('New master password', NEXT);
  type('Repeat new master password', NEXT);
  return { port, onDone, onSteps };
}

function typedIn(label: string) {
  return screen.getByLabelText<HTMLInputElement>(label, { exact: true }).value;
}

describe('ChangePasswordForm', () => {
  it('changes the password along with the vault key, and forgets all three', async () => {
    const { port, onDone } = setUp();
    press('Change master password');
    const text = 'Master password changed, and the vault has a new key. The old password no longer opens it.';
    await waitFor(() => expect(onDone).toHaveBeenCalledExactlyOnceWith(text, []));
    const renewal = { proof: PROOF, password: NEXT, passkeys: [], recoveryCode: null };
    expect(port.renewKey).toHaveBeenCalledExactlyOnceWith(renewal);
    expect(typedIn('New master password')).toBe('');
  });

  it('changes the password alone where no new key is wanted', async () => {
    const { port, onDone } = setUp();
    fireEvent.click(screen.getByLabelText('Also make a new vault key'));
    press('Change master password');
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
    expect(onDone).toHaveBeenCalledWith('Master password changed. The old one no longer opens the vault.', []);
    expect(port.changePassword).toHaveBeenCalledExactlyOnceWith(PROOF, NEXT);
    expect(port.renewKey).not.toHaveBeenCalled();
  });

  it('leads through the other ways in before the new key is made', async () => {
    const { port, onDone, onSteps } = setUp(samplePort(), [PASSWORD, samplePasskey('Laptop')]);
    expect(screen.getByText(/Each passkey has to be touched once more\./)).toBeTruthy();
    press('Change master password');
    await atStep('New vault key: passkeys');
    expect(onSteps).toHaveBeenLastCalledWith(true);
    press('Drop “Laptop”');
    press('Continue');
    expect(screen.getByText('The old master password')).toBeTruthy();
    expect(typedIn('Current master password')).toBe('the old one');
    press('Change password and make new vault key');
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
    expect(onSteps).toHaveBeenLastCalledWith(false);
    expect(port.renewKey).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ proof: PROOF, password: NEXT, passkeys: [] }),
    );
    expect(document.activeElement?.textContent).toBe('Change the master password');
  });

  it('has all that was typed where the person comes back from the steps', async () => {
    setUp(samplePort(), [PASSWORD, samplePasskey('Laptop')]);
    press('Change master password');
    await atStep('New vault key: passkeys');
    press('Cancel');
    expect(typedIn('Repeat new master password')).toBe(NEXT);
  });

  it('counts down where it is too soon for another try, and keeps what was typed', async () => {
    const { onDone } = setUp(samplePort({ renewKey: async () => [failure('unlock-too-soon', '8')] }));
    press('Change master password');
    expect((await screen.findByRole('timer')).textContent).toContain('before the next try.');
    expect(typedIn('Current master password')).toBe('the old one');
    expect(onDone).not.toHaveBeenCalled();
  });

  it('blames a wrong current password on its field', async () => {
    const { onDone } = setUp(samplePort({ renewKey: async () => [failure('wrong-password')] }));
    press('Change master password');
    await screen.findByRole('alert');
    expect(document.activeElement).toBe(screen.getByLabelText('Current master password', { exact: true }));
    expect(onDone).not.toHaveBeenCalled();
  });
});
