// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { HeldReading } from '../lib/browser/held-port';
import { failure } from '../lib/messages/failures';
import { SecondFactor } from './SecondFactor';
import { render } from './testing/render';
import { sampleAccount } from './testing/sample';
import { sampleHeld, sampleHeldPort, TOUCH } from './testing/sample-held';
import { atStep, press, rising, TODAY, type } from './testing/sample-ways-in';

const NOTHING: HeldReading = { held: null, canTouch: true };
const LAPTOP: HeldReading = { held: sampleHeld(), canTouch: true };

function setUp(over: {
  account?: ReturnType<typeof sampleAccount>;
  reading?: HeldReading;
  port?: ReturnType<typeof sampleHeldPort>;
}) {
  const { account = sampleAccount(), reading = NOTHING, port = sampleHeldPort() } = over;
  const [onChanged, onLeft] = [vi.fn(), vi.fn()];
  const world = { reading, port, random: rising, today: TODAY, now: Date.now, onChanged, onLeft };
  render(<SecondFactor {...world} account={account} isAnyHeld={account.isHeld} />);
  return { port, onChanged, onLeft };
}

async function makePasskeyAndTypeBack() {
  press('Keep it with a passkey');
  await atStep('Have a passkey hold Work');
  type('Name of the passkey', ' Laptop ');
  press('Make the passkey');
  await atStep("The passkey's own recovery code");
  press('I have it on paper');
  await atStep('Type two groups back');
  type('Group 1', 'M2GT');
  type('Group 6', 'SBDE');
  press('Check');
  await atStep('Turn it on');
}

describe('the first account', () => {
  it('says why it matters, in one sentence', () => {
    setUp({});
    expect(screen.getByText('Whoever knows your master password has both the key and the codes.')).toBeTruthy();
  });

  it('says what is taken on before any passkey is made', async () => {
    setUp({});
    press('Keep it with a passkey');
    await atStep('Have a passkey hold Work');
    for (const risk of [/nobody can/, /backup code of the site outside Latchkey/, /as strong as that account/]) {
      expect(screen.getByText(risk)).toBeTruthy();
    }
  });

  it('is held once passkey and code are there and a way in was shown', async () => {
    const { port, onChanged } = setUp({});
    await makePasskeyAndTypeBack();
    expect(port.setUp).not.toHaveBeenCalled();
    type('Master password', 'the password');
    press('Keep it with a passkey');
    await waitFor(() => expect(onChanged).toHaveBeenCalledExactlyOnceWith('A passkey holds Work from now on.', []));
    expect(port.setUp).toHaveBeenCalledExactlyOnceWith({
      proof: { type: 'password', password: 'the password' },
      accountId: 'account-1',
      name: 'Laptop',
      passkey: { credentialId: 'credential of Laptop', prfInput: 'made', prfOutput: 'made' },
      code: rising(16),
    });
    await atStep('Second factor');
  });

  it('keeps passkey and code through a wrong password', async () => {
    const set = vi.fn(async () => [failure('wrong-password')]);
    const { port, onChanged } = setUp({ port: sampleHeldPort({ setUp: set }) });
    await makePasskeyAndTypeBack();
    type('Master password', 'the wrong one');
    press('Keep it with a passkey');
    expect((await screen.findByRole('alert')).textContent).toContain('Wrong master password');
    set.mockResolvedValue([]);
    press('Keep it with a passkey');
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
    expect(port.make).toHaveBeenCalledTimes(1);
  });

  it('tells what is left behind where the person turns back', async () => {
    const { onLeft } = setUp({});
    press('Keep it with a passkey');
    await atStep('Have a passkey hold Work');
    press('Cancel');
    expect(onLeft).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('Nothing was changed.'));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Second factor'));
  });

  it('needs an authenticator to hold', () => {
    setUp({ account: sampleAccount({ hasAuthenticator: false }) });
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/Save this account's authenticator first/)).toBeTruthy();
  });

  it('is not offered where no passkey can be used', () => {
    setUp({ reading: { held: null, canTouch: false } });
    expect(document.body.textContent).toBe('');
  });
});

describe('a later account', () => {
  it('takes one touch', async () => {
    const { port, onChanged } = setUp({ reading: LAPTOP });
    press('Keep it with a passkey');
    await waitFor(() => expect(onChanged).toHaveBeenCalledExactlyOnceWith('A passkey holds Work from now on.', []));
    expect(port.hold).toHaveBeenCalledExactlyOnceWith('account-1', TOUCH);
  });

  it('can be the first one of another passkey, where no account is held', async () => {
    setUp({ reading: LAPTOP });
    expect(screen.getByText(/can then not be brought back/)).toBeTruthy();
    press('Start with a new passkey');
    await atStep('Have a passkey hold Work');
  });

  it('says what was done, and what could not be replaced yet', async () => {
    const port = sampleHeldPort({ hold: async () => [failure('older-copies-remain')] });
    const { onChanged } = setUp({ reading: LAPTOP, port });
    press('Keep it with a passkey');
    await waitFor(() =>
      expect(onChanged).toHaveBeenCalledExactlyOnceWith('A passkey holds Work from now on.', [
        failure('older-copies-remain'),
      ]),
    );
  });
});

describe('a held account', () => {
  const account = sampleAccount({ isHeld: true });

  it('is given back by a touch', async () => {
    const { port, onChanged } = setUp({ account, reading: LAPTOP });
    press('Give it back to the vault');
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
    expect(port.release).toHaveBeenCalledExactlyOnceWith('account-1', TOUCH);
    expect(screen.queryByText(/can then not be brought back/)).toBeNull();
  });

  it('says where no passkey can be used why, and takes the recovery code', () => {
    setUp({ account, reading: { held: sampleHeld(), canTouch: false } });
    expect(screen.getByText(/does not let extensions use passkeys/)).toBeTruthy();
    expect(screen.getByLabelText('Recovery code of held accounts')).toBeTruthy();
  });
});
