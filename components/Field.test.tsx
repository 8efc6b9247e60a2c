// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Field } from './Field';
import { render } from './testing/render';

function describedBy(): string {
  const ids = screen.getByLabelText('Days').getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map(id => document.getElementById(id)?.textContent).join(' | ');
}

it('says what to type until there is something wrong, which then says it alone', () => {
  const field = (error?: string) => <Field label="Days" hint="1 to 365." error={error} value="" readOnly />;
  const { rerender } = render(field());
  expect(describedBy()).toBe('1 to 365.');
  rerender(field('Enter a whole number from 1 to 365.'));
  expect(describedBy()).toBe('Enter a whole number from 1 to 365.');
  expect(screen.queryByText('1 to 365.')).toBeNull();
});

it('keeps beside what is wrong what nothing else says', () => {
  render(<Field label="Days" hint="1 to 365." aside="The other window saved 30." error="Changed." value="" readOnly />);
  expect(describedBy()).toBe('Changed. | The other window saved 30.');
});
