// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_POLICY } from '../lib/model/policy';
import { PolicyForm } from './PolicyForm';
import { render } from './testing/render';

function setUp() {
  const onSave = vi.fn(async () => []);
  render(<PolicyForm policy={DEFAULT_POLICY} onSave={onSave} onDone={() => undefined} />);
  return onSave;
}

function type(label: string, value: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
  fireEvent.click(screen.getByRole('button', { name: 'Save settings' }));
}

describe('PolicyForm', () => {
  it('saves all three as numbers, and keeps what stands elsewhere', async () => {
    const onSave = setUp();
    type('Lock after (minutes)', '15');
    await waitFor(() => expect(onSave).toHaveBeenCalledExactlyOnceWith({ ...DEFAULT_POLICY, lockAfterMinutes: 15 }));
  });

  it.each(['4', '721', '7.5', ''])('refuses %j minutes and names the range', async minutes => {
    const onSave = setUp();
    type('Lock after (minutes)', minutes);
    expect((await screen.findByRole('alert')).textContent).toBe('Enter a whole number from 5 to 720.');
    expect(onSave).not.toHaveBeenCalled();
  });
});
