// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { DueNotice } from './DueNotice';
import { render } from './testing/render';
import { sampleAccount, sampleKey } from './testing/sample';

const DUE = sampleAccount({ key: sampleKey({ state: 'overdue', daysLeft: -3 }) });

function show(count: number, accounts = [DUE, sampleAccount({ id: 'account-2' })]) {
  const onLook = vi.fn();
  render(<DueNotice {...{ count, accounts, onLook }} />);
  return onLook;
}

const button = () => screen.queryByRole('button', { name: 'Show all keys' });

describe('the notice above the cards', () => {
  it('says how many keys are due, and leaves it to the cards which', () => {
    show(1);
    expect(screen.getByText('1 key is due for rotation')).toBeDefined();
    expect(button()).toBeNull();
  });

  it('leads to the list of all keys where no card shows one that is due', () => {
    const onLook = show(2);
    expect(screen.getByText('2 keys are due for rotation')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Show all keys' }));
    expect(onLook).toHaveBeenCalledOnce();
  });

  it('says nothing at none', () => {
    show(0);
    expect(screen.queryByText(/due for rotation/)).toBeNull();
  });
});
