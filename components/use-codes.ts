import { useCallback, useEffect, useRef, useState } from 'react';
import type { CodesView } from '../lib/messages/views';

/** The codes of all accounts by account id, asked for anew whenever the vault changes or `refresh` is called. */
export function useCodes(ask: () => Promise<readonly CodesView[]>, revision: number) {
  const [codes, setCodes] = useState<ReadonlyMap<string, CodesView>>(new Map());
  const asking = useRef(false);
  const refresh = useCallback(async () => {
    // Every card asks when its code runs out, and all of them run out together: one question answers all.
    if (asking.current) return;
    asking.current = true;
    try {
      const answer = await ask();
      setCodes(new Map(answer.map(view => [view.accountId, view])));
    } finally {
      asking.current = false;
    }
  }, [ask]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is the reason to ask again.
  useEffect(() => {
    void refresh();
  }, [refresh, revision]);
  return { codes, refresh };
}
