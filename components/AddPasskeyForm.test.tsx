// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failure } from '../lib/messages/failures';
import { err } from '../lib/shared/result';
import { AddPasskeyForm } from './AddPasskeyForm';
import { render } from './testing/render';
import { press, samplePasskey, samplePort, type } from './testing/sample-ways-in';
import { passkeysIn } from './ways-in-words';

function setUp(port = samplePort()) {
  const onAdded = vi.fn();
  const onCancel = vi.fn();
  const passkeys = passkeysIn([samplePasskey('Laptop')]);
  const words = { title: 'Add it', text: 'Show first that it is you.', names: ['Laptop'] };
  const asked = { choices: passkeys, known: passkeys, port, now: Date.now, onAdd: port.addPasskey };
  render(<AddPasskeyForm {...words} {...asked} onAdded={onAdded} onCancel={onCancel} />);
  return { port, onAdded, onCancel };
}

function submit(name: string, password = 'the password') {
  type('Name of the passkey', name);
  type('Master password', password);
  press('Add passkey');
}

describe('AddPasskeyForm', () => {
  it('has a passkey made under its trimmed name, apart from those that are known, and adds it', async () => {
    const { port, onAdded } = setUp();
    submit(' Blue key ');
    await waitFor(() => expect(onAdded).toHaveBeenCalledExactlyOnceWith('Blue key', []));
    expect(port.make).toHaveBeenCalledWith('Blue key', [samplePasskey('Laptop').choice], expect.any(AbortSignal));
    const made = { credentialId: 'credential of Blue key', prfInput: 'made', prfOutput: 'made' };
    const proof = { type: 'password', password: 'the password' };
    expect(port.addPasskey).toHaveBeenCalledExactlyOnceWith({ proof, name: 'Blue key', passkey: made });
  });

  it.each([
    ['', 'Give the passkey a name.'],
    ['x'.repeat(81), 'This name is too long. Keep it to 80 characters.'],
    ['Laptop', 'Another passkey has this name already. Choose a different one.'],
  ])('refuses the name %j before any passkey is asked for', async (name, sentence) => {
    const { port } = setUp();
    submit(name);
    expect((await screen.findByRole('alert')).textContent).toBe(sentence);
    expect(document.activeElement).toBe(screen.getByLabelText('Name of the passkey'));
    press('Use a passkey instead');
    await screen.findByRole('alert');
    expect(port.make).not.toHaveBeenCalled();
    expect(port.prove).not.toHaveBeenCalled();
  });

  it.each([
    ['passkey-cancelled', 'The passkey was not used'],
    ['passkey-no-prf', 'This passkey cannot open a vault'],
    ['passkey-already-there', 'already'],
  ] as const)('says of %s what to do, and adds nothing', async (code, sentence) => {
    const { port } = setUp(samplePort({ make: async () => err(code) }));
    submit('Blue key');
    expect((await screen.findByRole('alert')).textContent).toContain(sentence);
    expect(port.addPasskey).not.toHaveBeenCalled();
  });

  it('has no second passkey made where only the password was wrong', async () => {
    const addPasskey = vi.fn(async () => [failure('wrong-password')]);
    const { port, onAdded } = setUp(samplePort({ addPasskey }));
    submit('Blue key', 'the wrong one');
    expect((await screen.findByRole('alert')).textContent).toBe('Wrong master password. Try again.');
    addPasskey.mockResolvedValue([]);
    submit('Blue key');
    await waitFor(() => expect(onAdded).toHaveBeenCalledTimes(1));
    expect(port.make).toHaveBeenCalledTimes(1);
  });

  it('tells, where it is left, whether a passkey was made for nothing', async () => {
    const { onCancel } = setUp(samplePort({ addPasskey: async () => [failure('wrong-password')] }));
    press('Cancel');
    submit('Blue key');
    await screen.findByRole('alert');
    press('Cancel');
    expect(onCancel.mock.calls).toEqual([[false], [true]]);
  });
});
