// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failure } from '../lib/messages/failures';
import type { WayInView } from '../lib/messages/views';
import { err } from '../lib/shared/result';
import { RenewKeySteps } from './RenewKeySteps';
import { render } from './testing/render';
import {
  atStep,
  CODE_BASE64,
  PASSWORD,
  press,
  RECOVERY,
  rising,
  samplePasskey,
  samplePort,
  TODAY,
  type,
} from './testing/sample-ways-in';

const [LAPTOP, KEY] = [samplePasskey('Laptop'), samplePasskey('Blue key')];

type Over = { readonly waysIn?: readonly WayInView[]; readonly nextPassword?: string; readonly hasPasskeys?: boolean };

function setUp(port: ReturnType<typeof samplePort>, over: Over = {}) {
  const onRenewed = vi.fn();
  render(
    <RenewKeySteps
      waysIn={over.waysIn ?? [PASSWORD, LAPTOP, KEY, RECOVERY]}
      password=""
      nextPassword={over.nextPassword ?? null}
      hasPasskeys={over.hasPasskeys ?? true}
      port={port}
      random={rising}
      today={TODAY}
      now={Date.now}
      onRenewed={onRenewed}
      onCancel={() => undefined}
    />,
  );
  return onRenewed;
}

function named(heading: string) {
  const list = screen.getByRole('heading', { name: heading }).parentElement ?? document.body;
  return within(list)
    .getAllByRole('listitem')
    .map(item => item.textContent);
}

async function submit() {
  type('Master password', 'the password');
  press('Make new vault key');
}

describe('RenewKeySteps', () => {
  it('keeps what was touched, drops what was dropped, makes the code anew, and names it all before', async () => {
    const port = samplePort();
    const onRenewed = setUp(port);
    expect(screen.getByText('Step 1 of 3. Nothing changes until the last step.')).toBeTruthy();
    press('Touch “Laptop”');
    await screen.findByText('Touched: it will open the vault.');
    press('Drop “Blue key”');
    press('Continue');
    expect(screen.getByText('Step 2 of 3. Nothing changes until the last step.')).toBeTruthy();
    press('Make a new code');
    press('I have it on paper');
    await atStep('Type two groups back');
    type('Group 1', 'M2GT');
    type('Group 6', 'SBDE');
    press('Check');
    await atStep('Make the new vault key');
    expect(screen.getByText('Step 3 of 3. Nothing has been changed so far.')).toBeTruthy();
    expect(named('These will open the vault')).toEqual([
      'Master password',
      'The passkey “Laptop”',
      'The new recovery code',
    ]);
    expect(named('These will no longer open it')).toEqual(['The passkey “Blue key”', 'The recovery code that you had']);
    expect(port.renewKey).not.toHaveBeenCalled();
    await submit();
    await waitFor(() => expect(onRenewed).toHaveBeenCalledExactlyOnceWith([]));
    expect(port.renewKey).toHaveBeenCalledExactlyOnceWith({
      proof: { type: 'password', password: 'the password' },
      password: 'the password',
      passkeys: [{ id: 'Laptop', credentialId: 'credential of Laptop', prfInput: 'fresh', prfOutput: 'fresh' }],
      recoveryCode: CODE_BASE64,
    });
  });

  it('leads the focus from passkey to passkey and on', async () => {
    setUp(samplePort());
    const focused = () => document.activeElement?.textContent;
    expect(focused()).toBe('New vault key: passkeys');
    press('Touch “Laptop”');
    await waitFor(() => expect(focused()).toBe('Touch “Blue key”'));
    press('Drop “Blue key”');
    await waitFor(() => expect(focused()).toBe('Continue'));
    press('Continue');
    expect(focused()).toBe('New vault key: recovery code');
    press('Go on without one');
    expect(focused()).toBe('Make the new vault key');
  });

  it('does not go on while a passkey is neither touched nor dropped', async () => {
    setUp(samplePort());
    press('Touch “Laptop”');
    await screen.findByText('Touched: it will open the vault.');
    press('Continue');
    expect((await screen.findByRole('alert')).textContent).toBe('Touch this passkey, or drop it.');
    expect(document.activeElement?.textContent).toBe('Touch “Blue key”');
  });

  it('says why a passkey was not touched, and lets it be tried again', async () => {
    setUp(samplePort({ touchAnew: async () => err('passkey-cancelled') }), { waysIn: [PASSWORD, LAPTOP] });
    press('Touch “Laptop”');
    expect((await screen.findByRole('alert')).textContent).toContain('The passkey was not used');
    expect(screen.getByRole('button', { name: 'Touch “Laptop”' })).toBeTruthy();
  });

  it('can only drop passkeys in a browser that offers none', async () => {
    setUp(samplePort(), { waysIn: [PASSWORD, LAPTOP], hasPasskeys: false });
    expect(screen.queryByRole('button', { name: 'Touch “Laptop”' })).toBeNull();
    press('Drop “Laptop”');
    press('Continue');
    expect(named('These will no longer open it')).toEqual(['The passkey “Laptop”']);
  });

  it('goes on without a recovery code where the person wants none', async () => {
    const port = samplePort();
    const onRenewed = setUp(port, { waysIn: [PASSWORD, RECOVERY] });
    press('Go on without one');
    expect(named('These will no longer open it')).toEqual(['The recovery code that you had']);
    await submit();
    await waitFor(() => expect(onRenewed).toHaveBeenCalledTimes(1));
    expect(port.renewKey).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ passkeys: [], recoveryCode: null }),
    );
  });

  it('asks for the password alone where there is nothing else, and blames it where it is wrong', async () => {
    const onRenewed = setUp(samplePort({ renewKey: async () => [failure('wrong-password')] }), { waysIn: [PASSWORD] });
    await submit();
    expect((await screen.findByRole('alert')).textContent).toBe('Wrong master password. Try again.');
    expect(document.activeElement).toBe(screen.getByLabelText('Master password'));
    expect(onRenewed).not.toHaveBeenCalled();
  });

  it('counts a renewal that left an older copy as done', async () => {
    const leftOver = [failure('older-copies-remain')];
    const onRenewed = setUp(samplePort({ renewKey: async () => leftOver }), { waysIn: [PASSWORD] });
    await submit();
    await waitFor(() => expect(onRenewed).toHaveBeenCalledExactlyOnceWith(leftOver));
  });
});
