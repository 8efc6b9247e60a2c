import { useEffect, useState } from 'react';
import type { Failure } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import type { Result } from '../lib/shared/result';

export type AccountsReading = Result<readonly AccountView[], readonly Failure[]>;

/** The accounts as of the vault's `revision`, or null until the first answer. The answer to a later question wins. */
export function useAccounts(ask: () => Promise<AccountsReading>, revision: number): AccountsReading | null {
  const [reading, setReading] = useState<AccountsReading | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is the reason to ask again.
  useEffect(() => {
    let current = true;
    void ask().then(answer => {
      if (current) setReading(answer);
    });
    return () => {
      current = false;
    };
  }, [ask, revision]);
  return reading;
}
