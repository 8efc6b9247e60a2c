import type { Failure } from '../messages/failures';
import type { Input, Reply } from '../messages/protocol';
import type { KeyFormat } from '../model/key-formats';
import { formatKey } from '../model/key-formats';
import { copyText } from './clipboard';
import { send } from './messaging';
import type { KeyCopy } from './vault-port';
import { attempt } from './vault-port';

/** A key, by its account and its own id. */
export type KeyPlace = { readonly accountId: string; readonly keyId: string };

/** What a form changes of a key, and what stood there when it was opened. */
export type KeyEdit = Pick<Input<'keys.edit'>, 'changes' | 'opened'>;

/** An interval of an account's or a key's own: days, or never and why, or neither. */
export type Interval = Input<'keys.set-account-interval'>['interval'];

/** What the inventory of keys can ask for. A list of failures is empty where there was none. */
export type KeysPort = {
  list(): Promise<Reply<'keys.list'>>;
  /** The key in the clear, or null where the worker refuses. */
  reveal(place: KeyPlace): Promise<string | null>;
  copy(place: KeyPlace, format: KeyFormat): Promise<KeyCopy>;
  history(place: KeyPlace): Promise<Reply<'keys.history'>>;
  add(key: {
    readonly accountId: string;
    readonly secret: string;
    readonly createdOn: string;
  }): Promise<Reply<'keys.add'>>;
  edit(place: KeyPlace, edit: KeyEdit): Promise<readonly Failure[]>;
  remove(place: KeyPlace): Promise<readonly Failure[]>;
  setSignIn(place: KeyPlace): Promise<readonly Failure[]>;
  setState(place: KeyPlace, state: Input<'keys.set-state'>['state']): Promise<readonly Failure[]>;
  markCompromised(place: KeyPlace, isCompromised: boolean): Promise<readonly Failure[]>;
  snooze(place: KeyPlace, days: Input<'keys.snooze'>['days']): Promise<readonly Failure[]>;
  setAccountInterval(accountId: string, interval: Interval): Promise<readonly Failure[]>;
};

async function reveal({ accountId, keyId }: KeyPlace): Promise<string | null> {
  const reply = await send('accounts.reveal-key', { id: accountId, keyId });
  return reply.ok ? reply.value.key : null;
}

/** The port of the real worker. */
export const keysPort: KeysPort = {
  list: () => send('keys.list', {}),
  reveal,
  async copy(place, format) {
    const key = await reveal(place);
    if (key === null || !(await copyText(formatKey(key, format)))) return 'refused';
    const reply = await send('keys.copied', { ...place, format });
    return reply.ok && reply.value.clears ? 'clears' : 'stays';
  },
  history: place => send('keys.history', place),
  add: key => send('keys.add', { ...key, state: 'active' }),
  edit: (place, edit) => attempt('keys.edit', { ...place, ...edit }),
  remove: place => attempt('keys.remove', place),
  setSignIn: place => attempt('keys.set-sign-in', place),
  setState: (place, state) => attempt('keys.set-state', { ...place, state }),
  markCompromised: (place, isCompromised) => attempt('keys.mark-compromised', { ...place, isCompromised }),
  snooze: (place, days) => attempt('keys.snooze', { ...place, days }),
  setAccountInterval: (accountId, interval) => attempt('keys.set-account-interval', { accountId, interval }),
};
