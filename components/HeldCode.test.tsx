// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failure } from '../lib/messages/failures';
import { err, ok } from '../lib/shared/result';
import { HeldCode } from './HeldCode';
import { render } from './testing/render';
import { sampleAccount, sampleCodes } from './testing/sample';
import { sampleHeld, sampleHeldPort, TOUCH } from './testing/sample-held';
import { press } from './testing/sample-ways-in';

const BUTTON = 'Touch your passkey for a code';

function setUp(port = sampleHeldPort(), held = sampleHeld()) {
  const onCopy = vi.fn();
  const account = sampleAccount({ isHeld: true });
  render(<HeldCode held={held} canTouch port={port} account={account} now={Date.now} onCopy={onCopy} />);
  return { port, onCopy };
}

describe('HeldCode', () => {
  afterEach(() => void vi.useRealTimers());

  it('shows no digits until the passkey was touched, and then the code', async () => {
    const { port, onCopy } = setUp();
    expect(screen.queryByRole('status', { name: 'Code' })).toBeNull();
    press(BUTTON);
    expect((await screen.findByRole('status', { name: 'Code' })).textContent).toBe('123456');
    expect(port.code).toHaveBeenCalledExactlyOnceWith('account-1', TOUCH);
    expect(screen.queryByRole('button', { name: BUTTON })).toBeNull();
    press('Copy code');
    expect(onCopy).toHaveBeenCalledExactlyOnceWith('123456');
  });

  it('asks again once the code has ended, and shows no other one', async () => {
    vi.useFakeTimers({ now: Date.now() });
    const code = ok({ ...sampleCodes(Date.now() + 2_000), next: '' });
    const { port } = setUp(sampleHeldPort({ code: async () => code }));
    press(BUTTON);
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(screen.getByRole('status', { name: 'Code' }).textContent).toBe('123456');
    await act(() => vi.advanceTimersByTimeAsync(1_500));
    expect(screen.queryByRole('status', { name: 'Code' })).toBeNull();
    expect(screen.getByRole('button', { name: BUTTON })).toBeTruthy();
    expect(port.touch).toHaveBeenCalledTimes(1);
  });

  it('opens all held accounts where a touch serves for a while', async () => {
    const { port } = setUp(sampleHeldPort(), sampleHeld(['Laptop'], 5));
    press(BUTTON);
    await waitFor(() => expect(port.open).toHaveBeenCalledExactlyOnceWith(TOUCH));
    expect(port.code).not.toHaveBeenCalled();
  });

  it('says what was wrong with the touch', async () => {
    setUp(sampleHeldPort({ code: async () => err([failure('held-wrong-touch')]) }));
    press(BUTTON);
    expect((await screen.findByRole('alert')).textContent).toContain('does not open what the passkey holds');
  });
});
