// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failure } from '../lib/messages/failures';
import { HeldSettings } from './HeldSettings';
import { render } from './testing/render';
import { sampleHeld, sampleHeldPort, TOUCH } from './testing/sample-held';
import { atStep, press, rising, TODAY, type } from './testing/sample-ways-in';

const PROOF = { type: 'password', password: 'the password' };

function setUp({ held = sampleHeld(), heldUntilMs = null as number | null, port = sampleHeldPort(), canTouch = true }) {
  const [onChanged, onLeft] = [vi.fn(), vi.fn()];
  const world = { held, canTouch, port, random: rising, today: TODAY, now: Date.now, heldUntilMs, onChanged, onLeft };
  render(<HeldSettings {...world} />);
  return { port, onChanged, onLeft };
}

describe('the passkeys that hold accounts', () => {
  it('stand on a card each, the last one without a way to remove it', () => {
    setUp({});
    const card = screen.getByRole('listitem', { name: 'Laptop' });
    expect(within(card).queryByRole('button')).toBeNull();
    expect(within(card).getByText(/The last one stays/)).toBeTruthy();
  });

  it('are joined by another one after a touch and the password', async () => {
    const { port, onChanged } = setUp({});
    press('Add a passkey that holds accounts');
    await atStep('Add a passkey that holds accounts');
    press('Touch your passkey');
    await screen.findByLabelText('Master password');
    type('Name of the passkey', 'Laptop');
    type('Master password', 'the password');
    press('Add passkey');
    expect((await screen.findByRole('alert')).textContent).toContain('has this name already');
    type('Name of the passkey', 'Phone');
    press('Add passkey');
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
    const passkey = { credentialId: 'credential of Phone', prfInput: 'made', prfOutput: 'made' };
    expect(port.addPasskey).toHaveBeenCalledExactlyOnceWith({ proof: PROOF, touch: TOUCH, name: 'Phone', passkey });
    expect(port.make).toHaveBeenCalledExactlyOnceWith('Phone', sampleHeld().passkeys, expect.any(AbortSignal));
  });

  it('are removed by the password alone, since the one to go may be lost', async () => {
    const { port, onChanged } = setUp({ held: sampleHeld(['Laptop', 'Phone']) });
    within(screen.getByRole('listitem', { name: 'Phone' }))
      .getByRole('button', { name: 'Remove' })
      .click();
    await atStep('Remove the passkey “Phone”');
    type('Master password', 'the password');
    press('Remove');
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
    expect(port.removePasskey).toHaveBeenCalledExactlyOnceWith(PROOF, 'wrap of Phone');
    expect(port.touch).not.toHaveBeenCalled();
  });

  it('cannot be added to where none can be used', () => {
    setUp({ canTouch: false });
    expect(screen.queryByRole('button', { name: 'Add a passkey that holds accounts' })).toBeNull();
  });
});

describe('a new recovery code', () => {
  it('is sent once it was typed back, a passkey touched and a way in shown', async () => {
    const { port, onChanged } = setUp({});
    press('Make a new recovery code for them');
    press('I have it on paper');
    type('Group 1', 'M2GT');
    type('Group 6', 'SBDE');
    press('Check');
    await screen.findByRole('button', { name: 'Touch your passkey' });
    press('Touch your passkey');
    await screen.findByLabelText('Master password');
    type('Master password', 'the password');
    press('Save recovery code');
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
    expect(port.setRecoveryCode).toHaveBeenCalledExactlyOnceWith(PROOF, TOUCH, rising(16));
  });
});

describe('how long a touch serves', () => {
  it.each(['', '-1', '61', '2.5'])('is not taken as %j', async typed => {
    const { port } = setUp({});
    type('Keep open after a touch (minutes)', typed);
    press('Touch and save');
    expect((await screen.findByRole('alert')).textContent).toBe('Enter a whole number from 0 to 60.');
    expect(port.touch).not.toHaveBeenCalled();
  });

  it('is saved with a touch', async () => {
    const { port, onChanged } = setUp({});
    type('Keep open after a touch (minutes)', '15');
    press('Touch and save');
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
    expect(port.setKeepOpen).toHaveBeenCalledExactlyOnceWith(TOUCH, 15);
  });

  it('says what was wrong with the touch', async () => {
    setUp({ port: sampleHeldPort({ setKeepOpen: async () => [failure('held-wrong-touch')] }) });
    press('Touch and save');
    expect((await screen.findByRole('alert')).textContent).toContain('does not open what the passkey holds');
  });

  it('is said while it does, and can be ended', () => {
    const { port } = setUp({ heldUntilMs: Date.now() + 60_000 });
    expect(screen.getByText(/^Held accounts are open until /)).toBeTruthy();
    press('Close them now');
    expect(port.close).toHaveBeenCalledTimes(1);
  });
});
