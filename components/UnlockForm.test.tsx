// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Proof } from '../lib/browser/passkey-port';
import type { Failure } from '../lib/messages/failures';
import { failure } from '../lib/messages/failures';
import { err, ok } from '../lib/shared/result';
import { render } from './testing/render';
import { UnlockForm } from './UnlockForm';

const CHOICE = { credentialId: 'AQID', prfInput: 'BAUG' };
const TOUCHED: Proof = { type: 'passkey', prfOutput: 'BwgJ' };

type Over = {
  readonly failures?: readonly (readonly Failure[])[];
  readonly passkeys?: readonly (typeof CHOICE)[];
  readonly touched?: Awaited<ReturnType<Parameters<typeof UnlockForm>[0]['port']['prove']>>;
};

function setUp({ failures = [], passkeys = [], touched = ok(TOUCHED) }: Over = {}) {
  const answers = [...failures];
  const onUnlock = vi.fn(async (_: Proof) => answers.shift() ?? []);
  const prove = vi.fn(async () => touched);
  const onOpenWindow = vi.fn();
  const onCopies = vi.fn();
  render(
    <UnlockForm
      readDoors={async () => ({ passkeys, hasRecoveryCode: false })}
      port={{ prove }}
      now={Date.now}
      onUnlock={onUnlock}
      onForgot={() => undefined}
      onCopies={onCopies}
      onOpenWindow={onOpenWindow}
    />,
  );
  return { onUnlock, prove, onOpenWindow, onCopies };
}

function password(): HTMLInputElement {
  return screen.getByLabelText('Master password', { exact: true });
}

function type(value: string) {
  fireEvent.change(password(), { target: { value } });
}

async function pressUnlock() {
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Unlock' })));
}

describe('UnlockForm', () => {
  afterEach(() => vi.useRealTimers());

  it('has the focus in its field, and submits on Enter', () => {
    const { onUnlock } = setUp();
    expect(document.activeElement).toBe(password());
    type('correct horse');
    fireEvent.submit(password());
    expect(onUnlock).toHaveBeenCalledExactlyOnceWith({ type: 'password', password: 'correct horse' });
  });

  it('says at the field that a password is wrong, and keeps it there to be corrected', async () => {
    setUp({ failures: [[failure('wrong-password')]] });
    type('correct hose');
    await pressUnlock();
    expect((await screen.findByRole('alert')).textContent).toBe('Wrong master password. Try again.');
    expect(password().value).toBe('correct hose');
    expect(document.activeElement).toBe(password());
  });

  it('says that the password is right where both working copies are damaged, and leads to the copies', async () => {
    const { onCopies } = setUp({ failures: [[failure('live-copies-damaged')], [failure('wrong-password')]] });
    type('correct horse');
    await pressUnlock();
    expect((await screen.findByRole('alert')).textContent).toBe(
      'Your password is right, but both working copies of the vault are damaged. Nothing was changed. Open one of the spare copies.',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Look at the copies' }));
    expect(onCopies).toHaveBeenCalledOnce();
    await pressUnlock();
    expect(screen.queryByRole('button', { name: 'Look at the copies' })).toBeNull();
  });

  it('says so of a passkey in words that fit one', async () => {
    setUp({ passkeys: [CHOICE], failures: [[failure('live-copies-damaged')]] });
    fireEvent.click(await screen.findByRole('button', { name: 'Unlock with a passkey' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/^What you opened it with is right, but both/);
    expect(screen.getByRole('button', { name: 'Look at the copies' })).toBeTruthy();
  });

  it('offers no passkey where the vault has none', async () => {
    setUp();
    await act(async () => undefined);
    expect(screen.queryByRole('button', { name: 'Unlock with a passkey' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Open in a window' })).toBeNull();
  });

  it('unlocks with a passkey, and leads to a window that its prompt does not close', async () => {
    const { onUnlock, prove, onOpenWindow } = setUp({ passkeys: [CHOICE] });
    fireEvent.click(await screen.findByRole('button', { name: 'Open in a window' }));
    expect(onOpenWindow).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByRole('button', { name: 'Unlock with a passkey' }));
    await waitFor(() => expect(onUnlock).toHaveBeenCalledExactlyOnceWith(TOUCHED));
    expect(prove).toHaveBeenCalledExactlyOnceWith([CHOICE], expect.any(AbortSignal));
  });

  it('says that a prompt was closed, and keeps what was typed', async () => {
    const { onUnlock } = setUp({ passkeys: [CHOICE], touched: err('passkey-cancelled') });
    type('correct horse');
    fireEvent.click(await screen.findByRole('button', { name: 'Unlock with a passkey' }));
    expect((await screen.findByRole('alert')).textContent).toContain('the prompt was closed');
    expect(password().value).toBe('correct horse');
    expect(onUnlock).not.toHaveBeenCalled();
  });

  it('counts down where it is too soon, keeps what was typed, and asks nobody before the time', async () => {
    vi.useFakeTimers();
    const { onUnlock } = setUp({ failures: [[failure('unlock-too-soon', '3')]] });
    type('correct horse');
    await pressUnlock();
    expect(screen.getByRole('alert').textContent).toBe('Too soon after a wrong try.');
    expect(screen.getByRole('timer').textContent).toBe('Wait 3 seconds before the next try.');
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(screen.getByRole('timer').textContent).toBe('Wait 1 second before the next try.');
    await pressUnlock();
    expect(onUnlock).toHaveBeenCalledTimes(1);
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(screen.queryByRole('timer')).toBeNull();
    expect(screen.getByRole('status').textContent).toBe('You can try again now.');
    expect(password().value).toBe('correct horse');
    await pressUnlock();
    expect(onUnlock).toHaveBeenCalledTimes(2);
  });
});
