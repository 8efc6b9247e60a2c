// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { KeyCopy, VaultPort } from '../lib/browser/vault-port';
import type { Failure } from '../lib/messages/failures';
import { failure } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import { ok } from '../lib/shared/result';
import { AccountList } from './AccountList';
import { Messages } from './Messages';
import { render } from './testing/render';
import { sampleAccount, sampleCodes } from './testing/sample';
import { useMessage } from './use-message';
import { useRemovals } from './use-removals';

function fakePort(over: Partial<VaultPort> = {}): VaultPort {
  return {
    list: async () => ok([]),
    codes: async () => [sampleCodes(Date.now() + 15_000)],
    copyCode: vi.fn(async () => true),
    revealKey: async () => null,
    copyKey: async () => 'stays',
    setDefault: vi.fn(async () => []),
    reviveAuthenticator: vi.fn(async () => []),
    remove: vi.fn(async () => []),
    restore: vi.fn(async () => []),
    ...over,
  };
}

function Page({ port, accounts = [sampleAccount()] }: { readonly port: VaultPort; readonly accounts?: AccountView[] }) {
  const { message, say } = useMessage(Date.now);
  const removals = useRemovals(port, say);
  const nothing = () => undefined;
  return (
    <>
      <h1 tabIndex={-1}>Accounts</h1>
      <Messages message={message} removals={removals} />
      <AccountList
        accounts={accounts}
        revision={1}
        holding={null}
        heldUntilMs={null}
        port={port}
        now={Date.now}
        say={say}
        onEdit={nothing}
        onRotate={nothing}
        onRemove={account => void removals.remove(account)}
      />
    </>
  );
}

function press(name: string) {
  fireEvent.click(screen.getByRole('button', { name }));
}

function pressOf(label: string, name: string) {
  fireEvent.click(within(screen.getByRole('listitem', { name: label })).getByRole('button', { name }));
}

/** The page's latest sentence; the code is an output, and so a status to the accessibility tree as well. */
function said(): string {
  return document.querySelector('p[role="status"]')?.textContent ?? '';
}

/** The lines of what was removed, each with its button. */
function removed(): readonly string[] {
  return [...document.querySelectorAll('div[role="status"]')].map(line => line.textContent ?? '');
}

const CLIENT = sampleAccount({ id: 'account-2', label: 'Client' });

describe('AccountList', () => {
  it('lets one of several sign in by default, or none again, and asks nothing of a single one', () => {
    const setDefault = vi.fn(async () => []);
    const first = sampleAccount({ isDefault: true });
    const second = sampleAccount({ id: 'account-2', label: 'Client' });
    render(<Page port={fakePort({ setDefault })} accounts={[first, second]} />);
    const boxOf = (label: string) =>
      within(screen.getByRole('listitem', { name: label })).getByRole('checkbox', {
        name: 'Sign in with this one by default',
      });
    fireEvent.click(boxOf('Client'));
    fireEvent.click(boxOf('Work'));
    expect(setDefault.mock.calls).toEqual([[second], [null]]);
    cleanup();
    render(<Page port={fakePort()} />);
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('removes at once, says so, and gives Undo the focus', async () => {
    const port = fakePort();
    render(<Page port={port} />);
    press('Remove account');
    const undo = await screen.findByRole('button', { name: 'Undo' });
    expect(port.remove).toHaveBeenCalledTimes(1);
    expect(removed()).toEqual(['Removed Work.Undo']);
    expect(document.activeElement).toBe(undo);
  });

  it('brings a removed account back on Undo, which then goes away', async () => {
    const port = fakePort();
    render(<Page port={port} />);
    press('Remove account');
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(said()).toBe('Work is back.'));
    expect(port.restore).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('means a double click once', async () => {
    const port = fakePort();
    render(<Page port={port} />);
    press('Remove account');
    press('Remove account');
    const undo = await screen.findByRole('button', { name: 'Undo' });
    expect(port.remove).toHaveBeenCalledTimes(1);
    fireEvent.click(undo);
    fireEvent.click(undo);
    await waitFor(() => expect(said()).toBe('Work is back.'));
    expect(port.restore).toHaveBeenCalledTimes(1);
  });

  it('takes an account that is no longer there as removed, and one that is back as restored', async () => {
    const gone = async () => [failure('account-missing')];
    render(<Page port={fakePort({ remove: gone, restore: gone })} />);
    press('Remove account');
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(said()).toBe('Work is back.'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps the way back from each removal, whatever is done next', async () => {
    const port = fakePort();
    render(<Page port={port} accounts={[sampleAccount(), CLIENT]} />);
    pressOf('Work', 'Remove account');
    await waitFor(() => expect(removed()).toHaveLength(1));
    pressOf('Client', 'Remove account');
    await waitFor(() => expect(removed()).toEqual(['Removed Work.Undo', 'Removed Client.Undo']));
    pressOf('Client', 'Copy API key');
    await waitFor(() => expect(said()).toContain('API key copied.'));
    const [undoWork] = screen.getAllByRole('button', { name: 'Undo' });
    if (undoWork) fireEvent.click(undoWork);
    await waitFor(() => expect(removed()).toEqual(['Removed Client.Undo']));
    expect(port.restore).toHaveBeenCalledExactlyOnceWith(sampleAccount());
  });

  it('leaves Undo where taking back did not work', async () => {
    const restore = vi.fn<() => Promise<readonly Failure[]>>(async () => [failure('save-failed')]);
    render(<Page port={fakePort({ restore })} />);
    press('Remove account');
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByRole('alert');
    expect(removed()).toEqual(['Removed Work.Undo']);
  });

  it('says why removing did not work, once', async () => {
    render(<Page port={fakePort({ remove: async () => [failure('save-failed')] })} />);
    press('Remove account');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Saving did not work');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it.each<[KeyCopy, string]>([
    ['clears', 'API key copied. Cleared from the clipboard in 30 seconds.'],
    ['stays', 'API key copied. Not cleared automatically'],
  ])('says what becomes of a copied key that %s', async (copy, sentence) => {
    render(<Page port={fakePort({ copyKey: async () => copy })} />);
    press('Copy API key');
    await waitFor(() => expect(said()).toContain(sentence));
  });

  it('says so where the browser does not let it copy', async () => {
    render(<Page port={fakePort({ copyKey: async () => 'refused' })} />);
    press('Copy API key');
    expect((await screen.findByRole('alert')).textContent).toContain('did not let Latchkey copy');
  });

  it('copies the code that is on screen', async () => {
    const port = fakePort();
    render(<Page port={port} />);
    await screen.findByLabelText('Code');
    press('Copy code');
    await waitFor(() => expect(said()).toBe('Code copied.'));
    expect(port.copyCode).toHaveBeenCalledExactlyOnceWith(sampleAccount(), '123456');
  });

  it('does not call a list that was emptied one that never had anything', () => {
    const list = (someWereRemoved: boolean) => (
      <AccountList
        accounts={[]}
        someWereRemoved={someWereRemoved}
        revision={1}
        holding={null}
        heldUntilMs={null}
        port={fakePort()}
        now={Date.now}
        say={{ status: vi.fn(), alert: vi.fn(), failures: vi.fn(), clear: vi.fn() }}
        onEdit={vi.fn()}
        onRotate={vi.fn()}
        onRemove={vi.fn()}
      />
    );
    const { rerender } = render(list(false));
    expect(screen.getByText('No accounts yet. Add the one you sign in to the dashboard with.')).toBeTruthy();
    rerender(list(true));
    expect(screen.getByText('No accounts. Add one that you sign in to the dashboard with.')).toBeTruthy();
  });
});
