// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Failure } from '../lib/messages/failures';
import { failure } from '../lib/messages/failures';
import type { SignInMode } from '../lib/model/policy';
import { SignInModeForm } from './SignInModeForm';
import { render } from './testing/render';
import { press, samplePort, type } from './testing/sample-ways-in';

function setUp(mode: SignInMode, refusal: readonly Failure[] = []) {
  const onSave = vi.fn(async () => refusal);
  const onSaved = vi.fn();
  const world = { choices: [], port: samplePort(), now: () => 0 };
  render(<SignInModeForm mode={mode} onSave={onSave} onSaved={onSaved} {...world} />);
  return { onSave, onSaved };
}

function pick(name: string) {
  fireEvent.click(screen.getByRole('radio', { name }));
}

describe('SignInModeForm', () => {
  it('shows how far a sign-in goes, and warns of the one that needs no gesture', () => {
    setUp('full');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Sign in fully' }).checked).toBe(true);
    const automatic = screen.getByRole('radio', { name: 'Automatic' });
    const hint = document.getElementById(automatic.getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toContain('Whoever uses your browser while Latchkey is unlocked');
    // Two sentences: what it gives to whoever sits there, and what to a page that was broken into.
    expect(hint?.textContent).toMatch(
      /signed in just by opening that page\. If the page is ever tampered with, it gets your key/,
    );
  });

  it('saves another one at once', async () => {
    const { onSave, onSaved } = setUp('automatic');
    pick('Fill, and let me press');
    press('Save this choice');
    await waitFor(() => expect(onSaved).toHaveBeenCalledExactlyOnceWith([]));
    expect(onSave).toHaveBeenCalledExactlyOnceWith('fill', null);
  });

  it('asks for a way in before it turns the automatic one on', async () => {
    const { onSave, onSaved } = setUp('full');
    pick('Automatic');
    press('Next');
    await screen.findByRole('heading', { name: 'Turn on automatic sign-in' });
    expect(onSave).not.toHaveBeenCalled();
    type('Master password', 'the right one');
    press('Turn on automatic sign-in');
    await waitFor(() => expect(onSaved).toHaveBeenCalledExactlyOnceWith([]));
    expect(onSave).toHaveBeenCalledExactlyOnceWith('automatic', { type: 'password', password: 'the right one' });
  });

  it('leaves things as they are where the way in is wrong or nobody shows one', async () => {
    const { onSaved } = setUp('full', [failure('wrong-password')]);
    pick('Automatic');
    press('Next');
    type('Master password', 'a wrong one');
    press('Turn on automatic sign-in');
    await screen.findByRole('alert');
    press('Cancel');
    expect(screen.getByRole('button', { name: 'Next' })).toBeTruthy();
    expect(onSaved).not.toHaveBeenCalled();
  });
});
