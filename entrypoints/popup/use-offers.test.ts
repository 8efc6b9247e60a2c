// @vitest-environment happy-dom
import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { attempt } from '../../lib/browser/vault-port';
import { failure } from '../../lib/messages/failures';
import type { SignInView } from '../../lib/messages/views';
import { useOffers } from './use-offers';

vi.mock('../../lib/browser/vault-port', () => ({ attempt: vi.fn(async () => []) }));

const ENDED: SignInView = {
  state: 'ended',
  accountId: 'account-1',
  outcome: 'rejected',
  details: [],
  hints: [],
  offers: ['reset-authenticator'],
  endedAtMs: 7,
};

function setUp() {
  const acts = { onStart: vi.fn(), onEdit: vi.fn(), onRotate: vi.fn(), onFailures: vi.fn() };
  const hook = renderHook(({ signIn }) => useOffers(signIn, acts), { initialProps: { signIn: ENDED } });
  return { ...acts, ...hook };
}

beforeEach(() => void vi.mocked(attempt).mockReset().mockResolvedValue([]));

describe('an offer', () => {
  it.each([
    ['use-site-clock', 'clock'],
    ['give-key', 'key'],
  ] as const)('%s starts anew with what was agreed to, and keeps it for a touch', (offer, agreement) => {
    const { result, onStart } = setUp();
    act(() => result.current.take(offer));
    expect(onStart).toHaveBeenCalledExactlyOnceWith('account-1', { agreed: [agreement] });
    expect(result.current.agreeing('account-1', { agreed: ['limit'] })).toEqual({ agreed: ['limit', agreement] });
    expect(result.current.agreeing('account-2', {})).toEqual({ agreed: [] });
  });

  it('that changes the account is over once that is done, until the next sign-in ends', async () => {
    const { result, rerender } = setUp();
    act(() => result.current.take('reset-authenticator'));
    expect(attempt).toHaveBeenCalledExactlyOnceWith('signin.authenticator-dead', { id: 'account-1', isDead: true });
    await waitFor(() => expect(result.current.ended).toBeNull());
    rerender({ signIn: { ...ENDED, endedAtMs: 8 } });
    expect(result.current.ended).toMatchObject({ endedAtMs: 8 });
  });

  it('stays where it could not be done', async () => {
    const refusals = [failure('save-failed')];
    vi.mocked(attempt).mockResolvedValue(refusals);
    const { result, onFailures } = setUp();
    act(() => result.current.take('correct-algorithm'));
    await waitFor(() => expect(onFailures).toHaveBeenCalledExactlyOnceWith(refusals));
    expect(result.current.ended).not.toBeNull();
  });

  it('leads to the account, or to its key, or is left', () => {
    const { result, onEdit, onRotate } = setUp();
    act(() => result.current.take('edit-account'));
    act(() => result.current.take('rotate-key'));
    expect([onEdit.mock.calls, onRotate.mock.calls]).toEqual([[['account-1']], [['account-1']]]);
    act(() => result.current.dismiss());
    expect(result.current.ended).toBeNull();
  });
});
