// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { HeldTouch } from '../lib/browser/held-port';
import { err } from '../lib/shared/result';
import { AskTouch } from './AskTouch';
import { render } from './testing/render';
import { sampleHeld, sampleHeldPort, TOUCH } from './testing/sample-held';
import { CODE_BASE64, CODE_GROUPS, press, type } from './testing/sample-ways-in';

function setUp({ canTouch = true, inert = false, port = sampleHeldPort(), refused = {} } = {}) {
  const onTouched = vi.fn(async (_: HeldTouch) => refused);
  const onOpenWindow = vi.fn();
  const world = { held: sampleHeld(), canTouch, port, inert, onTouched, onOpenWindow };
  render(<AskTouch {...world} submit="Touch it" focusFirst />);
  return { port, onTouched, onOpenWindow };
}

describe('AskTouch', () => {
  it('asks one of the passkeys that hold accounts, and hands on what it gave', async () => {
    const { port, onTouched } = setUp();
    expect(document.activeElement?.textContent).toBe('Touch it');
    press('Touch it');
    await waitFor(() => expect(onTouched).toHaveBeenCalledExactlyOnceWith(TOUCH));
    expect(port.touch).toHaveBeenCalledExactlyOnceWith(sampleHeld(), expect.any(AbortSignal));
  });

  it('says what to do where no passkey answered', async () => {
    const { onTouched } = setUp({ port: sampleHeldPort({ touch: async () => err('passkey-cancelled') }) });
    press('Touch it');
    expect((await screen.findByRole('alert')).textContent).toContain('The passkey was not used');
    expect(onTouched).not.toHaveBeenCalled();
  });

  it('says why what was touched did not do', async () => {
    setUp({ refused: { form: 'Not this one.' } });
    press('Touch it');
    expect((await screen.findByRole('alert')).textContent).toBe('Not this one.');
  });

  it('takes the recovery code in its place, and forgets it once it has served', async () => {
    const { port, onTouched } = setUp();
    type('Recovery code of held accounts', CODE_GROUPS.join(' ').toLowerCase());
    press('Use the recovery code');
    await waitFor(() => expect(onTouched).toHaveBeenCalledExactlyOnceWith({ type: 'recovery', code: CODE_BASE64 }));
    expect(port.touch).not.toHaveBeenCalled();
    const field = screen.getByLabelText<HTMLInputElement>('Recovery code of held accounts');
    await waitFor(() => expect(field.value).toBe(''));
  });

  it('finds a slip in the code before anything is sent', async () => {
    const { onTouched } = setUp();
    type('Recovery code of held accounts', 'M2GT-58X4');
    press('Use the recovery code');
    expect((await screen.findByRole('alert')).textContent).toContain('32 characters');
    expect(onTouched).not.toHaveBeenCalled();
  });

  it('leads to a window that no prompt closes', () => {
    const { onOpenWindow } = setUp();
    press('Open in a window');
    expect(onOpenWindow).toHaveBeenCalledTimes(1);
  });

  it('says where passkeys cannot be used why there is no button, and asks for the code at once', () => {
    setUp({ canTouch: false });
    expect(screen.queryByRole('button', { name: 'Touch it' })).toBeNull();
    expect(screen.getByText(/does not let extensions use passkeys/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Recovery code of held accounts'));
  });

  it('asks nothing while something else is under way', async () => {
    const { port } = setUp({ inert: true });
    press('Touch it');
    expect(screen.getByRole('button', { name: 'Touch it' }).getAttribute('aria-disabled')).toBe('true');
    expect(port.touch).not.toHaveBeenCalled();
  });
});
