import { isDue } from '../../lib/keys/age';
import type { AccountKeysView, InventoryKeyView, RotationView } from '../../lib/messages/key-views';
import type { AccountView } from '../../lib/messages/views';
import { hasWords } from '../find-accounts';

/** One key in the list of all keys. */
export type KeyRow = {
  readonly account: AccountView;
  readonly key: InventoryKeyView;
  /** The rotation that replaces it, or puts it in the place of another; null where none is under way. */
  readonly rotation: RotationView | null;
};

/** How the list is ordered. */
export const KEY_ORDERS = ['due', 'account', 'created', 'used'] as const;
export type KeyOrder = (typeof KEY_ORDERS)[number];

/** What the list can be narrowed to: `asking` is whatever is due or soon will be. */
export const KEY_FILTERS = ['all', 'asking', 'fresh', 'never', 'compromised', 'staged', 'revoked'] as const;
export type KeyFilter = (typeof KEY_FILTERS)[number];

/** What the person typed and chose above the list. */
export type KeySearch = {
  readonly text: string;
  /** Empty: of every account. */
  readonly accountId: string;
  readonly filter: KeyFilter;
  readonly order: KeyOrder;
};

/** All keys of the accounts that are shown, in the order in which they came in. */
export function listRows(accounts: readonly AccountView[], keys: readonly AccountKeysView[]): readonly KeyRow[] {
  return accounts.flatMap(account => {
    const own = keys.find(({ accountId }) => accountId === account.id);
    const rotation = own?.rotation ?? null;
    const isRotating = ({ id }: InventoryKeyView) => rotation?.oldKeyId === id || rotation?.newKeyId === id;
    return (own?.keys ?? []).map(key => ({ account, key, rotation: isRotating(key) ? rotation : null }));
  });
}

function isIn({ use, state }: InventoryKeyView, filter: KeyFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'staged' || filter === 'revoked') return use === filter;
  if (use !== 'active') return false;
  return filter === 'asking'
    ? state === 'due-soon' || state === 'overdue' || state === 'compromised'
    : state === filter;
}

function wordsOf({ account, key }: KeyRow): string {
  const places = key.integrations.flatMap(({ name, where, owner }) => [name, where, owner]);
  return [account.label, account.email, key.label, key.masked, key.note, ...places].join(' ');
}

/** The less, the sooner: what is exposed, then what is due, then by the days that are left. What is not in use comes last. */
function urgencyOf({ key }: KeyRow): number {
  if (key.use !== 'active') return Number.MAX_SAFE_INTEGER;
  if (key.state === 'compromised') return Number.MIN_SAFE_INTEGER;
  if (key.daysLeft === null) return Number.MAX_SAFE_INTEGER - 1;
  // What was put off still comes before everything that asks for nothing.
  return isDue(key) ? key.daysLeft - 1_000_000 : key.daysLeft;
}

const BY: Readonly<Record<KeyOrder, (a: KeyRow, b: KeyRow) => number>> = {
  due: (a, b) => urgencyOf(a) - urgencyOf(b),
  account: (a, b) => a.account.label.localeCompare(b.account.label),
  created: (a, b) => b.key.createdOn.localeCompare(a.key.createdOn),
  used: (a, b) => (b.key.lastUsedAtMs ?? 0) - (a.key.lastUsedAtMs ?? 0),
};

/** The keys that are asked for, in the order that was chosen; what is equal stays as it came in. */
export function searchRows(rows: readonly KeyRow[], { text, accountId, filter, order }: KeySearch): readonly KeyRow[] {
  return rows
    .filter(row => accountId === '' || row.account.id === accountId)
    .filter(row => isIn(row.key, filter))
    .filter(row => hasWords(wordsOf(row), text))
    .toSorted(BY[order]);
}
