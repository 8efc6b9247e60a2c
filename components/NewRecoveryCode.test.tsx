// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { failure } from '../lib/messages/failures';
import { NewRecoveryCode } from './NewRecoveryCode';
import { render } from './testing/render';
import { atStep, PASSWORD, press, RECOVERY, rising, samplePort, TODAY, type } from './testing/sample-ways-in';

function setUp(port: ReturnType<typeof samplePort>, waysIn = [PASSWORD]) {
  const onSaved = vi.fn();
  const fixed = {
    port,
    waysIn,
    hasPasskeys: true,
    random: rising,
    today: TODAY,
    now: Date.now,
    onSaved,
    onCancel: vi.fn(),
  };
  render(<NewRecoveryCode {...fixed} />);
  return onSaved;
}

async function typeBack() {
  press('I have it on paper');
  await atStep('Type two groups back');
  type('Group 1', 'M2GT');
  type('Group 6', 'SBDE');
  press('Check');
  await atStep('Save the recovery code');
}

it('sends the code only once it was typed back and a way in was shown', async () => {
  const port = samplePort();
  const onSaved = setUp(port);
  await typeBack();
  expect(port.setRecoveryCode).not.toHaveBeenCalled();
  type('Master password', 'the password');
  press('Save recovery code');
  await waitFor(() => expect(onSaved).toHaveBeenCalledExactlyOnceWith([]));
  const proof = { type: 'password', password: 'the password' };
  expect(port.setRecoveryCode).toHaveBeenCalledExactlyOnceWith(proof, rising(16));
});

it('keeps the code through a wrong password', async () => {
  const setRecoveryCode = vi.fn(async () => [failure('wrong-password')]);
  const onSaved = setUp(samplePort({ setRecoveryCode }));
  await typeBack();
  type('Master password', 'the wrong one');
  press('Save recovery code');
  expect((await screen.findByRole('alert')).textContent).toBe('Wrong master password. Try again.');
  setRecoveryCode.mockResolvedValue([]);
  type('Master password', 'the password');
  press('Save recovery code');
  await waitFor(() => expect(onSaved).toHaveBeenCalledTimes(1));
});

it('says of an earlier code that it stays valid until then and stops working after', () => {
  setUp(samplePort(), [PASSWORD, RECOVERY]);
  expect(
    screen.getByText(/The earlier code stops working once .* Until then the earlier one stays valid/),
  ).toBeTruthy();
});
