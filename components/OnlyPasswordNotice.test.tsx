// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { WayInView } from '../lib/messages/views';
import { OnlyPasswordNotice } from './OnlyPasswordNotice';
import { render } from './testing/render';
import { PASSWORD, RECOVERY, samplePasskey } from './testing/sample-ways-in';

it('leads to a recovery code while nothing but the password opens the vault', () => {
  const onMakeCode = vi.fn();
  render(<OnlyPasswordNotice waysIn={[PASSWORD]} onMakeCode={onMakeCode} />);
  expect(screen.getByText('Only your master password opens this vault.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Make a recovery code' }));
  expect(onMakeCode).toHaveBeenCalledOnce();
});

it.each<[string, readonly WayInView[]]>([
  ['there is a recovery code', [PASSWORD, RECOVERY]],
  ['there is a passkey', [PASSWORD, samplePasskey('Laptop')]],
  ['it is not known what there is', []],
])('is silent where %s', (_, waysIn) => {
  const { container } = render(<OnlyPasswordNotice waysIn={waysIn} onMakeCode={() => undefined} />);
  expect(container.textContent).toBe('');
});
