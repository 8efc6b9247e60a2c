// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { render } from '../../components/testing/render';
import { sampleAccount } from '../../components/testing/sample';
import { ok } from '../../lib/shared/result';
import { RotationDashboard } from './RotationDashboard';

const send = vi.hoisted(() => vi.fn());
vi.mock('../../lib/browser/messaging', () => ({ send }));

const RUNNING = sampleAccount({ rotation: { oldKeyId: 'key-1', stage: 'new-key' } });

function show(...accounts: readonly (typeof RUNNING)[]) {
  const say = { status: vi.fn(), failures: vi.fn(), alert: vi.fn() };
  const onGoOn = vi.fn();
  render(<RotationDashboard {...{ accounts, say, onGoOn }} />);
  return { say, onGoOn };
}

describe('the popup over the dashboard', () => {
  it('has the worker see that the person is signed in, for a rotation to begin with', async () => {
    const { say } = show(sampleAccount());
    send.mockResolvedValueOnce(ok({ isSeen: true })).mockResolvedValueOnce(ok({ isSeen: false }));
    fireEvent.click(screen.getByRole('button', { name: 'I have it open' }));
    await waitFor(() => expect(say.status).toHaveBeenCalledWith(expect.stringContaining('Seen.')));
    fireEvent.click(screen.getByRole('button', { name: 'I have it open' }));
    await waitFor(() => expect(say.alert).toHaveBeenCalledWith(expect.stringContaining('Sign in')));
  });

  it('leads back to a rotation that is under way, and asks for nothing that it has', () => {
    const { onGoOn } = show(RUNNING);
    expect(screen.getByText('Work. Next: Save a new key.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'I have it open' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Go on: Work' }));
    expect(onGoOn).toHaveBeenCalledWith(RUNNING);
  });

  it('lets the rotation of another account begin beside it', () => {
    show(RUNNING, sampleAccount({ id: 'client', label: 'Client' }));
    expect(screen.getAllByRole('button').map(button => button.textContent)).toEqual(['Go on', 'I have it open']);
  });

  it('says nothing where there is no key to rotate', () => {
    show(sampleAccount({ key: null }));
    expect(screen.queryByRole('heading')).toBeNull();
  });
});
