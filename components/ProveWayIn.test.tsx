// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failure } from '../lib/messages/failures';
import type { PasskeyChoice } from '../lib/messages/views';
import { err } from '../lib/shared/result';
import { ProveWayIn } from './ProveWayIn';
import { render } from './testing/render';
import { press, samplePort, type } from './testing/sample-ways-in';
import type { Refusals } from './use-submit';

const CHOICE: PasskeyChoice = { credentialId: 'a', prfInput: 'b' };

type OnProven = Parameters<typeof ProveWayIn>[0]['onProven'];

function setUp(over: {
  port?: ReturnType<typeof samplePort>;
  refusals?: Refusals<string>;
  choices?: PasskeyChoice[];
  onProven?: OnProven;
}) {
  const { port = samplePort(), refusals = {}, choices = [CHOICE] } = over;
  const onProven = over.onProven ?? vi.fn<OnProven>(async () => refusals);
  const onCancel = vi.fn();
  const fixed = { title: 'Remove it', submit: 'Remove', port, choices, now: () => 0, onProven, onCancel };
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
      expect(onProven).toHaveBeenCalledExactlyOnceWith(
        { type: 'password', password: 'the right one' },
        expect.any(Function),
      ),
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
    await waitFor(() =>
      expect(onProven).toHaveBeenCalledExactlyOnceWith({ type: 'passkey', prfOutput: 'proof' }, expect.any(Function)),
    );
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

  it('counts down where it is too soon for another try, and asks nobody before the time', async () => {
    const act = vi.fn(async () => [failure('unlock-too-soon', '4')]);
    const onChanged = vi.fn();
    setUp({ onProven: vi.fn(async (_, settle) => settle(await act(), onChanged)) });
    type('Master password', 'the right one');
    press('Remove');
    expect((await screen.findByRole('timer')).textContent).toBe('Wait 4 seconds before the next try.');
    press('Remove');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Remove' }).getAttribute('aria-disabled')).toBe('false'),
    );
    expect(act).toHaveBeenCalledTimes(1);
    expect(onChanged).not.toHaveBeenCalled();
  });

  it('blames a wrong password on its field, which gets the focus', async () => {
    setUp({ refusals: { password: 'Wrong master password. Try again.' } });
    type('Master password', 'the wrong one');
    press('Remove');
    await screen.findByRole('alert');
    expect(document.activeElement).toBe(screen.getByLabelText('Master password'));
  });
});
