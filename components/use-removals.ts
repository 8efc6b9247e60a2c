import { useCallback, useRef, useState } from 'react';
import { t } from '../lib/browser/text';
import type { VaultPort } from '../lib/browser/vault-port';
import type { Failure } from '../lib/messages/failures';
import type { AccountView, RemovedView } from '../lib/messages/views';
import { focusTop } from './focus-top';
import type { Say } from './use-message';

/** The accounts that were removed on a page, until they are taken back or the page is left. */
export type Removals = {
  readonly removed: readonly AccountView[];
  readonly remove: (account: AccountView) => Promise<void>;
  /** Also of one that another page has removed. */
  readonly restore: (account: RemovedView) => Promise<void>;
  /** Takes the ways back from the page, where it shows something else by now: the list of accounts has them too. */
  readonly forget: () => void;
};

/** What still stands in the way. An account that is not there to be removed or restored has been already. */
function refusalsIn(failures: readonly Failure[]): readonly Failure[] {
  return failures.filter(({ code }) => code !== 'account-missing');
}

/** Removes accounts and takes that back, for each account one thing at a time: a double click is meant once. */
export function useRemovals(port: Pick<VaultPort, 'remove' | 'restore'>, say: Say): Removals {
  const [removed, setRemoved] = useState<readonly AccountView[]>([]);
  const underWay = useRef(new Set<string>());

  /** Whether it is done now; what stood in the way has been said. */
  const settle = useCallback(
    async ({ id }: RemovedView, act: () => Promise<readonly Failure[]>): Promise<boolean> => {
      if (underWay.current.has(id)) return false;
      underWay.current.add(id);
      try {
        const refusals = refusalsIn(await act());
        if (refusals.length > 0) say.failures(refusals);
        return refusals.length === 0;
      } finally {
        underWay.current.delete(id);
      }
    },
    [say.failures],
  );
  const remove = useCallback(
    async (account: AccountView) => {
      if (!(await settle(account, () => port.remove(account)))) return;
      // What was said before is older than the removal, and would read as if it came after.
      say.clear();
      setRemoved(list => [...list.filter(({ id }) => id !== account.id), account]);
    },
    [port, say.clear, settle],
  );
  const restore = useCallback(
    async (account: RemovedView) => {
      if (!(await settle(account, () => port.restore(account)))) return;
      setRemoved(list => list.filter(({ id }) => id !== account.id));
      say.status(t('accounts.restored', [account.label]));
      focusTop();
    },
    [port, say.status, settle],
  );
  const forget = useCallback(() => setRemoved([]), []);
  return { removed, remove, restore, forget };
}
