// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { failure } from '../lib/messages/failures';
import { TouchPanel } from './TouchPanel';
import { render } from './testing/render';
import { sampleAccount } from './testing/sample';
import { sampleHeld, sampleHeldPort, TOUCH } from './testing/sample-held';
import { press } from './testing/sample-ways-in';

const BUTTON = 'Touch your passkey and sign in';

function setUp(failures: ReturnType<typeof failure>[] = []) {
  const onSignIn = vi.fn(async () => failures);
  const account = sampleAccount({ isHeld: true });
  render(<TouchPanel held={sampleHeld()} canTouch port={sampleHeldPort()} account={account} onSignIn={onSignIn} />);
  return onSignIn;
}

it('says whose touch is waited for, and goes on with it', async () => {
  const onSignIn = setUp();
  expect(screen.getByRole('heading', { name: 'Work · ana@example.com' })).toBeTruthy();
  expect(document.activeElement?.textContent).toBe(BUTTON);
  press(BUTTON);
  await waitFor(() => expect(onSignIn).toHaveBeenCalledExactlyOnceWith(TOUCH));
});

it('says why the sign-in does not go on', async () => {
  setUp([failure('signin-not-here')]);
  press(BUTTON);
  expect((await screen.findByRole('alert')).textContent).toContain('does not show the Paramant sign-in page');
});
