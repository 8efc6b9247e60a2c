// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failure } from '../../lib/messages/failures';
import { render } from '../testing/render';
import { sampleMainKey, sampleRotationPort } from '../testing/sample-rotation';
import { RotationDone } from './RotationDone';
import { RotationNotice } from './RotationNotice';

const CI = { id: 'ci', name: 'CI', where: '', owner: '', note: '', done: false };
const REVOKED = sampleMainKey({ use: 'revoked', isFilled: false, revokedAtMs: new Date(2026, 10, 23).getTime() });

function show(over: Parameters<typeof sampleRotationPort>[0] = {}, oldKey = REVOKED) {
  const port = sampleRotationPort(over);
  const [onRemoved, onLeave] = [vi.fn(), vi.fn()];
  const filled = sampleMainKey({ id: 'key-2', masked: 'pgp_••••77aa', integrations: [CI] });
  render(<RotationDone accountId="account-1" {...{ oldKey, filled, port, onRemoved, onLeave }} />);
  return { port, onRemoved, onLeave };
}

describe('a rotation that is done', () => {
  it('says which key is revoked since when, which one signs in, and what uses it', () => {
    const { onLeave } = show();
    expect(screen.getByText(/pgp_••••9f3a, revoked on .*2026/)).toBeDefined();
    expect(screen.getByText(/pgp_••••77aa/)).toBeDefined();
    expect(screen.getByText('CI')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Back to the accounts' }));
    expect(onLeave).toHaveBeenCalled();
  });

  it('calls the old key dead only where it was refused, and else says whose word it has', () => {
    show();
    expect(screen.getByText(/You said that the old key is revoked\. Latchkey did not look/)).toBeDefined();
    cleanup();
    show({}, { ...REVOKED, refusedAtMs: 1 });
    expect(screen.getByText(/^The old key is dead/)).toBeDefined();
  });

  it('removes the revoked key when that is wanted', async () => {
    const { port, onRemoved } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Remove the old key' }));
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove it' }));
    await waitFor(() => expect(onRemoved).toHaveBeenCalled());
    expect(port.remove).toHaveBeenCalledWith('account-1', 'key-1');
  });

  it('says why it was not removed', async () => {
    const { onRemoved } = show({ remove: async () => [failure('vault-locked')] });
    fireEvent.click(screen.getByRole('button', { name: 'Remove the old key' }));
    fireEvent.click(screen.getByRole('button', { name: 'Remove it' }));
    expect(await screen.findByRole('alert')).toBeDefined();
    expect(onRemoved).not.toHaveBeenCalled();
  });
});

describe('the card of an account', () => {
  it('names the next step of a rotation under way, and leads on', () => {
    const onGoOn = vi.fn();
    render(<RotationNotice rotation={{ oldKeyId: 'key-1', stage: 'revoke' }} onGoOn={onGoOn} />);
    expect(screen.getByText('Rotation under way. Next: Revoke the old key.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(onGoOn).toHaveBeenCalled();
  });
});
