// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { KeyCopy, VaultPort } from '../lib/browser/vault-port';
import { failure } from '../lib/messages/failures';
import { ok } from '../lib/shared/result';
import { AccountList } from './AccountList';
import { MessageLine } from './MessageLine';
import { render } from './testing/render';
import { sampleAccount, sampleCodes } from './testing/sample';
import { useMessage } from './use-message';

function fakePort(over: Partial<VaultPort> = {}): VaultPort {
  return {
    list: async () => ok([]),
    codes: async () => [sampleCodes(Date.now() + 15_000)],
    copyCode: vi.fn(async () => true),
    revealKey: async () => null,
    copyKey: async () => 'stays',
    remove: vi.fn(async () => []),
    restore: vi.fn(async () => []),
    ...over,
  };
}

function Page({ port }: { readonly port: VaultPort }) {
  const { message, say } = useMessage(Date.now);
  const nothing = () => undefined;
  return (
    <>
      <MessageLine message={message} />
      <AccountList
        accounts={[sampleAccount()]}
        revision={1}
        port={port}
        now={Date.now}
        say={say}
        onEdit={nothing}
        onRotate={nothing}
      />
    </>
  );
}

function press(name: string) {
  fireEvent.click(screen.getByRole('button', { name }));
}

/** The page's own status line; the code is an output, and so a status to the accessibility tree as well. */
function said(): string {
  return document.querySelector('[role="status"]')?.textContent ?? '';
}

describe('AccountList', () => {
  it('removes at once, says so, and gives Undo the focus', async () => {
    const port = fakePort();
    render(<Page port={port} />);
    press('Remove account');
    const undo = await screen.findByRole('button', { name: 'Undo' });
    expect(port.remove).toHaveBeenCalledTimes(1);
    expect(said()).toBe('Removed Work.');
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
});
