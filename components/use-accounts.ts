import type { Failure } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import type { Result } from '../lib/shared/result';
import { useAsOf } from './use-as-of';

export type AccountsReading = Result<readonly AccountView[], readonly Failure[]>;

/** The accounts as of the vault's `revision`, or null until the first answer. */
export function useAccounts(ask: () => Promise<AccountsReading>, revision: number): AccountsReading | null {
  return useAsOf(ask, revision);
}
