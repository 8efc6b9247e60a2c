// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { failure } from '../../lib/messages/failures';
import { render } from '../testing/render';
import { sampleMainKey, sampleRotationPort } from '../testing/sample-rotation';
import { RevokeStep } from './RevokeStep';

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('asks the relay about the old key where that is wanted, each time anew, and stays while it is alive', async () => {
  const oldKey = sampleMainKey();
  const port = sampleRotationPort({ checkRevoked: vi.fn(async () => [failure('key-still-alive')]) });
  render(<RevokeStep accountId="account-1" issue="documented" {...{ oldKey, port }} />);
  press('Ask the relay whether it is dead');
  const dialog = within(screen.getByRole('dialog', { name: 'Send the old key to the relay?' }));
  expect(dialog.getByText(oldKey.masked)).toBeDefined();
  fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
  expect(port.checkRevoked).not.toHaveBeenCalled();

  press('Ask the relay whether it is dead');
  fireEvent.click(dialog.getByRole('button', { name: 'Send the key and ask' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('The relay still takes the old key');
  expect(port.checkRevoked).toHaveBeenCalledExactlyOnceWith('account-1', 'key-1');
  expect(port.step).not.toHaveBeenCalled();

  fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
  press('Ask the relay whether it is dead');
  expect(dialog.queryByRole('alert')).toBeNull();
});
