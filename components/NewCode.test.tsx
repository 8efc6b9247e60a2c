// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { NewCode } from './NewCode';
import { render } from './testing/render';
import { atStep, press, rising, TODAY, type } from './testing/sample-ways-in';

function isLeavingAsked(): boolean {
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  return leaving.defaultPrevented;
}

it('goes on with the code once it is on paper, and has the browser ask before the page is left until the end', async () => {
  const words = { title: 'A code', explanation: 'Keep it.', untilConfirmed: 'Nothing yet.', opens: 'Everything' };
  const children = vi.fn(() => 'What follows');
  const { unmount } = render(
    <NewCode words={words} random={rising} today={TODAY} onCancel={() => undefined}>
      {children}
    </NewCode>,
  );
  expect(isLeavingAsked()).toBe(true);
  press('I have it on paper');
  await atStep('Type two groups back');
  expect(children).not.toHaveBeenCalled();
  type('Group 1', 'M2GT');
  type('Group 6', 'SBDE');
  press('Check');
  await screen.findByText('What follows');
  expect(children).toHaveBeenCalledWith(rising(16));
  expect(isLeavingAsked()).toBe(true);
  unmount();
  expect(isLeavingAsked()).toBe(false);
});
