import type { Account } from '../model/account';
import type { Key } from '../model/key';

/** The key of an id, or null where the account has none. */
export function findKey({ keys }: Account, keyId: string | null): Key | null {
  return keys.find(({ id }) => id === keyId) ?? null;
}

/** The account with some of one key's fields changed. */
export function changeKey(account: Account, keyId: string, changes: Partial<Key>): Account {
  return { ...account, keys: account.keys.map(key => (key.id === keyId ? { ...key, ...changes } : key)) };
}
