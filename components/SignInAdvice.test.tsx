// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { SignInView } from '../lib/messages/views';
import { OFFERS } from '../lib/signin/advice';
import { SignInAdvice } from './SignInAdvice';
import { render } from './testing/render';

type Ended = Extract<SignInView, { state: 'ended' }>;

function show(over: Partial<Ended>) {
  const acts = { onOffer: vi.fn(), onDismiss: vi.fn() };
  const ended: Ended = {
    state: 'ended',
    accountId: 'account-1',
    outcome: 'rejected',
    details: [],
    hints: [],
    offers: [],
    endedAtMs: 0,
    ...over,
  };
  const { container } = render(<SignInAdvice signIn={ended} {...acts} />);
  return { ...acts, container };
}

describe('SignInAdvice', () => {
  it('says what may be behind it, the likeliest first', () => {
    show({
      hints: [
        { code: 'code-elsewhere', details: [] },
        { code: 'clock-behind', details: ['40'] },
      ],
    });
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Somebody else may have signed in to this account with the same code.',
      'Your clock is 40 s behind; codes are corrected.',
    ]);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('offers what can be done, each in words of its own, and to leave it', () => {
    const { onOffer, onDismiss } = show({ offers: [...OFFERS] });
    const names = screen.getAllByRole('button').map(({ textContent }) => textContent);
    expect(new Set(names).size).toBe(OFFERS.length + 1);
    expect(names).not.toContain('');
    fireEvent.click(screen.getByRole('button', { name: 'I reset my authenticator' }));
    expect(onOffer).toHaveBeenCalledExactlyOnceWith('reset-authenticator');
    fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
    expect(onDismiss).toHaveBeenCalledOnce();
  });

  it('is absent where there is nothing to say', () => {
    expect(show({}).container.textContent).toBe('');
  });
});
