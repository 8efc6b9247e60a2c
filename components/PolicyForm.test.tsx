// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { readManagedPolicy, STRICTEST, UNMANAGED } from '../lib/model/managed';
import { DEFAULT_POLICY } from '../lib/model/policy';
import { PolicyForm } from './PolicyForm';
import { render } from './testing/render';

function setUp(managed = UNMANAGED) {
  const onSave = vi.fn(async () => []);
  render(<PolicyForm policy={DEFAULT_POLICY} managed={managed} onSave={onSave} onDone={() => undefined} />);
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

  it('shows what an organisation prescribes, and takes nothing beyond it', async () => {
    const onSave = setUp(readManagedPolicy({ maximumLockAfterMinutes: 15, minimumNoticeDays: 21 }));
    expect(screen.getByText('Your organisation manages this browser:')).toBeDefined();
    expect(screen.getByText('The vault locks after 15 minutes at most.')).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>('Lock after (minutes)').value).toBe('15');
    expect(screen.getByLabelText<HTMLInputElement>('Remind me before (days)').value).toBe('21');
    type('Lock after (minutes)', '16');
    expect((await screen.findByRole('alert')).textContent).toBe('Enter a whole number from 5 to 15.');
    expect(onSave).not.toHaveBeenCalled();
  });

  it('says where the organisation’s rules cannot be read, and which hold until then', () => {
    setUp(STRICTEST);
    expect(screen.getByText(/rules for Latchkey that cannot be read/u)).toBeDefined();
    expect(screen.getByText('The vault may not be saved to a file.')).toBeDefined();
  });

  it('says nothing of an organisation where there is none', () => {
    setUp();
    expect(screen.queryByText(/organisation/iu)).toBeNull();
  });
});
