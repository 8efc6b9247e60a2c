import { useEffect, useState } from 'react';
import type { Failure } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import type { Result } from '../lib/shared/result';

/** The accounts as of the vault's `revision`, or null until the first answer. A later question's answer wins. */
export function useAccounts(ask: () => Promise<Result<readonly AccountView[], readonly Failure[]>>, revision: number) {
  const [accounts, setAccounts] = useState<readonly AccountView[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is the reason to ask again.
  useEffect(() => {
    let current = true;
    void ask().then(reply => {
      if (current && reply.ok) setAccounts(reply.value);
    });
    return () => {
      current = false;
    };
  }, [ask, revision]);
  return accounts;
}
