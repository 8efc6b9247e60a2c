import type { Failure } from '../messages/failures';
import type { Input, MessageName, Reply } from '../messages/protocol';
import type { AccountView, CodesView, RemovedView } from '../messages/views';
import { copyText } from './clipboard';
import { send } from './messaging';

/** What became of copying a key: whether the worker takes it out of the clipboard again, or that nothing was copied. */
export type KeyCopy = 'clears' | 'stays' | 'refused';

/** What the account list of a page can ask for. A list of failures is empty where there was none. */
export type VaultPort = {
  list(): Promise<Reply<'accounts.list'>>;
  /** The codes of all accounts, or none while they cannot be had, as when it has just locked. */
  codes(): Promise<readonly CodesView[]>;
  copyCode(account: AccountView, code: string): Promise<boolean>;
  /** A key in the clear, or null where the worker refuses. */
  revealKey(account: AccountView): Promise<string | null>;
  copyKey(account: AccountView): Promise<KeyCopy>;
  /** Has an account sign in where none is asked for; null: the one last used. */
  setDefault(account: AccountView | null): Promise<readonly Failure[]>;
  /** Takes back that an account's authenticator was said to be dead. */
  reviveAuthenticator(account: AccountView): Promise<readonly Failure[]>;
  remove(account: AccountView): Promise<readonly Failure[]>;
  restore(account: RemovedView): Promise<readonly Failure[]>;
};

/** Sends a message whose answer is only whether it worked: what stood in the way, or nothing. */
export async function attempt<Name extends MessageName>(name: Name, input: Input<Name>): Promise<readonly Failure[]> {
  const reply = await send(name, input);
  return reply.ok ? [] : reply.error;
}

async function revealKey({ id, key }: AccountView): Promise<string | null> {
  if (key === null) return null;
  const reply = await send('accounts.reveal-key', { id, keyId: key.id });
  return reply.ok ? reply.value.key : null;
}

/** The port of the real worker. */
export const vaultPort: VaultPort = {
  list: () => send('accounts.list', {}),
  async codes() {
    const reply = await send('accounts.codes', {});
    return reply.ok ? reply.value : [];
  },
  async copyCode({ id }, code) {
    const atMs = Date.now();
    const copied = await copyText(code);
    if (copied) await send('accounts.copied', { id, what: 'code', atMs });
    return copied;
  },
  revealKey,
  async copyKey(account) {
    const key = await revealKey(account);
    if (key === null || !(await copyText(key))) return 'refused';
    const reply = await send('accounts.copied', { id: account.id, what: 'key' });
    return reply.ok && reply.value.clears ? 'clears' : 'stays';
  },
  setDefault: account => attempt('accounts.set-default', { id: account?.id ?? null }),
  reviveAuthenticator: ({ id }) => attempt('signin.authenticator-dead', { id, isDead: false }),
  remove: ({ id }) => attempt('accounts.remove', { id }),
  restore: ({ id }) => attempt('accounts.restore', { id }),
};
