import { isDue } from '../lib/keys/age';
import type { AccountView } from '../lib/messages/views';

/** Accounts whose key is due before the others, else in the order in which they were saved. */
export function dueFirst(accounts: readonly AccountView[]): readonly AccountView[] {
  const isCalled = ({ key }: AccountView) => key !== null && isDue(key);
  return [...accounts.filter(isCalled), ...accounts.filter(account => !isCalled(account))];
}
