// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { PasskeyChoice } from '../lib/messages/views';
import { err } from '../lib/shared/result';
import { ProveWayIn } from './ProveWayIn';
import { render } from './testing/render';
import { press, samplePort, type } from './testing/sample-ways-in';
import type { Refusals } from './use-submit';

const CHOICE: PasskeyChoice = { credentialId: 'a', prfInput: 'b' };

function setUp(over: { port?: ReturnType<typeof samplePort>; refusals?: Refusals<string>; choices?: PasskeyChoice[] }) {
  const { port = samplePort(), refusals = {}, choices = [CHOICE] } = over;
  const onProven = vi.fn(async () => refusals);
  const onCancel = vi.fn();
  const fixed = { title: 'Remove it', submit: 'Remove', port, choices, onProven, onCancel };
  render(<ProveWayIn {...fixed} />);
  return { port, onProven, onCancel };
}

describe('ProveWayIn', () => {
  it('begins at the password and hands it over', async () => {
    const { onProven } = setUp({});
    expect(document.activeElement).toBe(screen.getByLabelText('Master password'));
    type('Master password', 'the right one');
    press('Remove');
    await waitFor(() =>
      expect(onProven).toHaveBeenCalledExactlyOnceWith({ type: 'password', password: 'the right one' }),
    );
  });

  it('asks for a password where none is typed, and does nothing', async () => {
    const { onProven } = setUp({});
    press('Remove');
    expect((await screen.findByRole('alert')).textContent).toBe('Enter your master password.');
    expect(onProven).not.toHaveBeenCalled();
  });

  it('takes a passkey instead, whatever the password field holds', async () => {
    const { port, onProven } = setUp({});
    press('Use a passkey instead');
    await waitFor(() => expect(onProven).toHaveBeenCalledExactlyOnceWith({ type: 'passkey', prfOutput: 'proof' }));
    expect(port.prove).toHaveBeenCalledWith([CHOICE], expect.any(AbortSignal));
  });

  it('offers no passkey where there is none', () => {
    setUp({ choices: [] });
    expect(screen.queryByRole('button', { name: 'Use a passkey instead' })).toBeNull();
  });

  it('says why no passkey answered', async () => {
    const { onProven } = setUp({ port: samplePort({ prove: async () => err('passkey-cancelled') }) });
    press('Use a passkey instead');
    expect((await screen.findByRole('alert')).textContent).toContain('The passkey was not used');
    expect(onProven).not.toHaveBeenCalled();
  });

  it('blames a wrong password on its field, which gets the focus', async () => {
    setUp({ refusals: { password: 'Wrong master password. Try again.' } });
    type('Master password', 'the wrong one');
    press('Remove');
    await screen.findByRole('alert');
    expect(document.activeElement).toBe(screen.getByLabelText('Master password'));
  });
});
