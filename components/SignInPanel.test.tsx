// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { SignInPanel } from './SignInPanel';
import { render } from './testing/render';
import { sampleAccount } from './testing/sample';
import { sampleHeld, sampleHeldPort, TOUCH } from './testing/sample-held';

const work = sampleAccount();
const client = sampleAccount({ id: 'account-2', label: 'Client' });

function setUp(accounts = [work], lastAccountId: string | null = null, busy = false) {
  const onSignIn = vi.fn();
  render(
    <SignInPanel accounts={accounts} lastAccountId={lastAccountId} busy={busy} onSignIn={onSignIn} touched={null} />,
  );
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

  it('asks for the touch of an account that a passkey holds, by the same button', async () => {
    const onSignIn = vi.fn();
    const onTouched = vi.fn(async () => []);
    const onOpenWindow = vi.fn();
    const touched = { held: sampleHeld(), canTouch: true, port: sampleHeldPort(), onSignIn: onTouched, onOpenWindow };
    const held = sampleAccount({ id: 'account-2', label: 'Client', isHeld: true });
    const panel = { accounts: [work, held], lastAccountId: 'account-2', busy: false, onSignIn, touched };
    render(<SignInPanel {...panel} />);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Sign in' }));
    signIn();
    await waitFor(() => expect(onTouched).toHaveBeenCalledExactlyOnceWith('account-2', TOUCH));
    fireEvent.click(screen.getByRole('button', { name: 'Open in a window' }));
    expect(onOpenWindow).toHaveBeenCalledExactlyOnceWith('account-2');
    fireEvent.change(screen.getByLabelText('Account'), { target: { value: 'account-1' } });
    signIn();
    expect(onSignIn).toHaveBeenCalledExactlyOnceWith('account-1');
  });

  it('is absent where there is nobody to sign in', () => {
    setUp([]);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
