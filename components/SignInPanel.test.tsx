// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { SignInPanel } from './SignInPanel';
import { render } from './testing/render';
import { sampleAccount } from './testing/sample';

const work = sampleAccount();
const client = sampleAccount({ id: 'account-2', label: 'Client' });

function setUp(accounts = [work], lastAccountId: string | null = null, busy = false) {
  const onSignIn = vi.fn();
  render(<SignInPanel accounts={accounts} lastAccountId={lastAccountId} busy={busy} onSignIn={onSignIn} />);
  return onSignIn;
}

function signIn() {
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('SignInPanel', () => {
  it('signs the only account in without asking which', () => {
    const onSignIn = setUp();
    expect(screen.queryByLabelText('Account')).toBeNull();
    signIn();
    expect(onSignIn).toHaveBeenCalledExactlyOnceWith('account-1');
  });

  it('has the focus, so that Enter is enough', () => {
    setUp();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Sign in' }));
  });

  it('offers the account that signed in last, and takes another one', () => {
    const onSignIn = setUp([work, client], 'account-2');
    signIn();
    fireEvent.change(screen.getByLabelText('Account'), { target: { value: 'account-1' } });
    signIn();
    expect(onSignIn.mock.calls).toEqual([['account-2'], ['account-1']]);
  });

  it('does nothing while a sign-in runs: a second one would waste an attempt', () => {
    const onSignIn = setUp([work], null, true);
    signIn();
    expect(onSignIn).not.toHaveBeenCalled();
  });

  it('is absent where there is nobody to sign in', () => {
    setUp([]);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
