// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { LoginPageLink } from './LoginPageLink';
import { render } from './testing/render';

it('says why there is no sign-in, and leads to where there is', () => {
  const onOpen = vi.fn();
  render(<LoginPageLink onOpen={onOpen} />);
  expect(screen.getByText(/does not show the sign-in page/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Open the sign-in page' }));
  expect(onOpen).toHaveBeenCalledTimes(1);
});
