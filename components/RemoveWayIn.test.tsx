// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { WayInView } from '../lib/messages/views';
import { RemoveWayIn } from './RemoveWayIn';
import { render } from './testing/render';
import {
  atStep,
  PASSWORD,
  press,
  RECOVERY,
  rising,
  samplePasskey,
  samplePort,
  TODAY,
  type,
} from './testing/sample-ways-in';

const [LAPTOP, KEY] = [samplePasskey('Laptop'), samplePasskey('Blue key')];

function setUp(wayIn: WayInView, waysIn: readonly WayInView[]) {
  const port = samplePort();
  const onRemoved = vi.fn();
  const world = { hasPasskeys: true, port, random: rising, today: TODAY, now: Date.now };
  render(<RemoveWayIn {...world} wayIn={wayIn} waysIn={waysIn} onRemoved={onRemoved} onCancel={() => undefined} />);
  return { port, onRemoved };
}

const PROOF = { type: 'password', password: 'the password' };

describe('RemoveWayIn', () => {
  it('makes a new vault key at once where nothing but the password is left', async () => {
    const { port, onRemoved } = setUp(LAPTOP, [PASSWORD, LAPTOP]);
    expect(screen.queryByText(/touched once more/)).toBeNull();
    type('Master password', 'the password');
    press('Remove');
    await waitFor(() => expect(onRemoved).toHaveBeenCalledExactlyOnceWith([]));
    const renewal = { proof: PROOF, password: 'the password', passkeys: [], recoveryCode: null };
    expect(port.renewKey).toHaveBeenCalledExactlyOnceWith(renewal);
    expect(port.remove).not.toHaveBeenCalled();
  });

  it('leads through the ways in that remain, and names the one that goes', async () => {
    const { port, onRemoved } = setUp(LAPTOP, [PASSWORD, LAPTOP, KEY]);
    expect(screen.getByText(/Each passkey has to be touched once more\./)).toBeTruthy();
    type('Master password', 'the password');
    press('Continue');
    await atStep('New vault key: passkeys');
    expect(screen.queryByRole('button', { name: 'Touch “Laptop”' })).toBeNull();
    press('Touch “Blue key”');
    await screen.findByText('Touched: it will open the vault.');
    press('Continue');
    expect(screen.getByText('The passkey “Laptop”')).toBeTruthy();
    press('Make new vault key');
    await waitFor(() => expect(onRemoved).toHaveBeenCalledTimes(1));
    expect(port.renewKey).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ proof: PROOF, passkeys: [expect.objectContaining({ id: 'Blue key' })] }),
    );
  });

  it('only takes it away where no new key is wanted, by a passkey too', async () => {
    const { port, onRemoved } = setUp(RECOVERY, [PASSWORD, KEY, RECOVERY]);
    expect(screen.queryByRole('button', { name: 'Use a passkey instead' })).toBeNull();
    fireEvent.click(screen.getByLabelText('Also make a new vault key'));
    press('Use a passkey instead');
    await waitFor(() => expect(onRemoved).toHaveBeenCalledTimes(1));
    expect(port.remove).toHaveBeenCalledExactlyOnceWith({ type: 'passkey', prfOutput: 'proof' }, 'r');
    expect(port.renewKey).not.toHaveBeenCalled();
  });
});
