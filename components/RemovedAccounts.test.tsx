// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { RemovedAccounts } from './RemovedAccounts';
import { render } from './testing/render';

it('brings back the account whose button is pressed', () => {
  const onRestore = vi.fn();
  const work = { id: '1', label: 'Work' };
  const home = { id: '2', label: 'Home' };
  render(<RemovedAccounts removed={[work, home]} onRestore={onRestore} />);
  expect(screen.getByRole('region', { name: 'Removed in the last day' })).toBeTruthy();
  const button = screen.getByRole('button', { name: 'Bring back Home' });
  expect(button.textContent).toBe('Bring back');
  fireEvent.click(button);
  expect(onRestore).toHaveBeenCalledExactlyOnceWith(home);
});

it('is not there where nothing was removed', () => {
  const { container } = render(<RemovedAccounts removed={[]} onRestore={() => undefined} />);
  expect(container.textContent).toBe('');
});
