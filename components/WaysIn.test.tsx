// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failure } from '../lib/messages/failures';
import type { WayInView } from '../lib/messages/views';
import { render } from './testing/render';
import { PASSWORD, press, RECOVERY, rising, samplePasskey, samplePort, TODAY, type } from './testing/sample-ways-in';
import { WaysIn } from './WaysIn';

const LAPTOP = samplePasskey('Laptop');

function setUp(
  waysIn: readonly WayInView[],
  over: { hasPasskeys?: boolean; port?: ReturnType<typeof samplePort> } = {},
) {
  const { hasPasskeys = true, port = samplePort() } = over;
  const onChanged = vi.fn();
  const onLeft = vi.fn();
  const world = { waysIn, hasPasskeys, port, random: rising, today: TODAY, now: Date.now };
  render(<WaysIn {...world} onBegin={() => undefined} onChanged={onChanged} onLeft={onLeft} />);
  return { port, onChanged, onLeft };
}

function pressOn(card: string, name: string) {
  within(screen.getByRole('listitem', { name: card }))
    .getByRole('button', { name })
    .click();
}

describe('WaysIn', () => {
  it('lists each way in on a card, and the password without a way to remove it', () => {
    setUp([PASSWORD, LAPTOP, RECOVERY]);
    const names = screen.getAllByRole('listitem').map(card => card.getAttribute('aria-label'));
    expect(names).toEqual(['Master password', 'Laptop', 'Recovery code']);
    expect(within(screen.getByRole('listitem', { name: 'Master password' })).queryByRole('button')).toBeNull();
    expect(screen.getByText(/^There is one\./)).toBeTruthy();
  });

  it('says that there is no recovery code yet', () => {
    setUp([PASSWORD]);
    expect(screen.getByText(/^Not yet\./)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Make a recovery code' })).toBeTruthy();
  });

  it('offers no passkey where the browser has none, and says so', () => {
    setUp([PASSWORD], { hasPasskeys: false });
    expect(screen.queryByRole('button', { name: 'Add a passkey' })).toBeNull();
    expect(screen.getByText('This browser does not offer passkeys to extensions.')).toBeTruthy();
  });

  it('renames a passkey in its card, and gives the focus back', async () => {
    const { port, onChanged } = setUp([PASSWORD, LAPTOP]);
    pressOn('Laptop', 'Rename');
    const field = await screen.findByLabelText('Name of the passkey');
    expect(document.activeElement).toBe(field);
    type('Name of the passkey', 'Old laptop');
    press('Save name');
    await waitFor(() =>
      expect(onChanged).toHaveBeenCalledExactlyOnceWith('The passkey is now called “Old laptop”.', []),
    );
    expect(port.rename).toHaveBeenCalledExactlyOnceWith('Laptop', 'Old laptop');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Rename'));
  });

  it('keeps a name that was refused in its field', async () => {
    setUp([PASSWORD, LAPTOP], { port: samplePort({ rename: async () => [failure('save-failed')] }) });
    pressOn('Laptop', 'Rename');
    await screen.findByLabelText('Name of the passkey');
    type('Name of the passkey', 'Old laptop');
    press('Save name');
    expect((await screen.findByRole('alert')).textContent).toContain('Saving did not work');
    expect(screen.getByLabelText<HTMLInputElement>('Name of the passkey').value).toBe('Old laptop');
  });

  it('comes back from a form to its own heading', async () => {
    const { onLeft } = setUp([PASSWORD]);
    press('Add a passkey');
    expect(document.activeElement).toBe(await screen.findByLabelText('Name of the passkey'));
    press('Cancel');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Ways in'));
    expect(onLeft).not.toHaveBeenCalled();
  });

  it.each([
    ['Make a recovery code', [PASSWORD], 'No recovery code was made.'],
    ['Replace it', [PASSWORD, RECOVERY], 'your earlier recovery code stays valid'],
  ])('says what holds where a code is left before it is confirmed: %s', async (button, waysIn, sentence) => {
    const { onLeft } = setUp(waysIn);
    press(button);
    await screen.findByRole('heading', { name: 'Your recovery code' });
    press('Cancel');
    expect(onLeft).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(sentence));
  });
});
