// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { SignInPanel } from './SignInPanel';
import { render } from './testing/render';
import { sampleAccount } from './testing/sample';
import { sampleHeld, sampleHeldPort, TOUCH } from './testing/sample-held';

const work = sampleAccount();
const client = sampleAccount({ id: 'account-2', label: 'Client' });

function setUp(accounts = [work], offeredId: string | null = null, busy = false, opensAtMs: number | null = null) {
  const onSignIn = vi.fn();
  const panel = { accounts, offeredId, busy, opensAtMs, onSignIn, touched: null };
  render(<SignInPanel {...panel} />);
  return onSignIn;
}

function signIn() {
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('SignInPanel', () => {
  it('signs the only account in without asking which', () => {
    const onSignIn = setUp();
    expect(screen.queryByRole('radio')).toBeNull();
    signIn();
    expect(onSignIn).toHaveBeenCalledExactlyOnceWith('account-1', {});
  });

  it('has the focus, so that Enter is enough', () => {
    setUp();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Sign in' }));
  });

  it('has the account chosen that is offered, and takes another one', () => {
    const onSignIn = setUp([work, client], 'account-2');
    signIn();
    fireEvent.click(screen.getByRole('radio', { name: /Work/u }));
    signIn();
    expect(onSignIn.mock.calls).toEqual([
      ['account-2', {}],
      ['account-1', {}],
    ]);
  });

  it('signs in by the keyboard alone: a number key chooses, and Enter does it', () => {
    const onSignIn = setUp([work, client], 'account-1');
    fireEvent.keyDown(screen.getByRole('button', { name: 'Sign in' }), { key: '2' });
    fireEvent.keyDown(screen.getByRole('radio', { name: /Client/u }), { key: 'Enter' });
    expect(onSignIn).toHaveBeenCalledExactlyOnceWith('account-2', {});
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
    const panel = { accounts: [work, held], offeredId: 'account-2', busy: false, opensAtMs: null, onSignIn, touched };
    render(<SignInPanel {...panel} />);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Sign in' }));
    signIn();
    await waitFor(() => expect(onTouched).toHaveBeenCalledExactlyOnceWith('account-2', TOUCH, {}));
    fireEvent.click(screen.getByRole('button', { name: 'Open in a window' }));
    expect(onOpenWindow).toHaveBeenCalledExactlyOnceWith('account-2');
    fireEvent.click(screen.getByRole('radio', { name: /Work/u }));
    signIn();
    expect(onSignIn).toHaveBeenCalledExactlyOnceWith('account-1', {});
  });

  it('fills without pressing, where that is asked for once', () => {
    const onSignIn = setUp();
    fireEvent.click(screen.getByRole('button', { name: 'Fill, and let me press' }));
    expect(onSignIn).toHaveBeenCalledExactlyOnceWith('account-1', { mode: 'fill' });
  });

  it('warns of a sign-in that the site would refuse, and takes the person’s word for it', () => {
    const onSignIn = setUp([work], null, false, Date.now() + 60_000);
    expect(screen.getByRole('alert').textContent).toMatch(
      /^5 sign-ins in 15 minutes: the site refuses the next one until /,
    );
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Sign in anyway' }));
    expect(onSignIn).toHaveBeenCalledExactlyOnceWith('account-1', { agreed: ['limit'] });
  });

  it('leaves the warning to the outcome that says so already', () => {
    render(
      <SignInPanel
        accounts={[work]}
        offeredId={null}
        busy={false}
        opensAtMs={Date.now() + 60_000}
        isLimitTold
        onSignIn={vi.fn()}
        touched={null}
      />,
    );
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('button', { name: 'Sign in anyway' })).toBeDefined();
  });

  it('warns no more once the site is open again', () => {
    setUp([work], null, false, Date.now() - 1);
    expect(screen.queryByRole('alert')).toBeNull();
    signIn();
  });

  it('is absent where there is nobody to sign in', () => {
    setUp([]);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
