// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { LoginPageLink } from './LoginPageLink';
import { render } from './testing/render';

it('says why there is no sign-in, and leads to where there is', () => {
  const onOpen = vi.fn();
  render(<LoginPageLink isUnencrypted={false} onOpen={onOpen} />);
  expect(screen.getByText(/does not show the sign-in page/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Open the sign-in page' }));
  expect(onOpen).toHaveBeenCalledTimes(1);
});

it('says so where the page is the site’s own, but came without encryption, and names the one that is filled', () => {
  render(<LoginPageLink isUnencrypted onOpen={() => undefined} />);
  expect(screen.getByText(/came without encryption \(http\), so Latchkey fills nothing here/)).toBeTruthy();
  expect(screen.getByText(/https:\/\/paramant\.app\/auth\/login/)).toBeTruthy();
  expect(screen.queryByText(/does not show the sign-in page/)).toBeNull();
});
