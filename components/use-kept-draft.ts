import { useEffect, useRef, useState } from 'react';
import type { AccountChanges } from './account-draft';
import { LatestSender } from './latest-sender';

/**
 * Keeps what was changed in a form (null: nothing) at every change of it, and once more when the page is hidden, in case
 * another window has dropped it meanwhile. `keep` says whether it was kept; null is there to be discarded.
 */
export function useKeptDraft(
  changes: AccountChanges | null,
  wasKept: boolean,
  keep: (changes: AccountChanges | null) => Promise<boolean>,
) {
  const [failed, setFailed] = useState(false);
  const [sender] = useState(
    () =>
      new LatestSender<AccountChanges | null>(async next => {
        const arrived = await keep(next);
        setFailed(!arrived && next !== null);
        return arrived;
      }),
  );
  // What is there from an earlier time is kept as it is, unless it comes to nothing by now.
  const pushed = useRef(wasKept && changes === null ? undefined : changes);
  useEffect(() => {
    if (changes === pushed.current) return;
    pushed.current = changes;
    sender.push(changes);
  }, [changes, sender]);
  useEffect(() => {
    if (changes === null) return;
    const pushAgain = () => {
      if (document.visibilityState === 'hidden') sender.push(changes);
    };
    document.addEventListener('visibilitychange', pushAgain);
    window.addEventListener('pagehide', pushAgain);
    return () => {
      document.removeEventListener('visibilitychange', pushAgain);
      window.removeEventListener('pagehide', pushAgain);
    };
  }, [changes, sender]);
  return { sender, failed };
}
