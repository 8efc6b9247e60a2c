import { useCallback, useEffect, useRef, useState } from 'react';
import type { CodesView } from '../lib/messages/views';

/**
 * The codes of all accounts by account id, asked for anew whenever the vault changes, those of held accounts come or go, or
 * `refresh` is called.
 */
export function useCodes(ask: () => Promise<readonly CodesView[]>, revision: number, heldUntilMs: number | null) {
  const [codes, setCodes] = useState<ReadonlyMap<string, CodesView>>(new Map());
  const lastQuestion = useRef(0);
  const open = useRef(0);

  const askNow = useCallback(async () => {
    lastQuestion.current += 1;
    const question = lastQuestion.current;
    open.current += 1;
    const answer = await ask();
    open.current -= 1;
    // An answer to an older question may be from before a change of the vault.
    if (question === lastQuestion.current) setCodes(new Map(answer.map(view => [view.accountId, view])));
  }, [ask]);

  // Every card asks when its code runs out, and most run out together: one question answers all.
  const refresh = useCallback(() => {
    if (open.current === 0) void askNow();
  }, [askNow]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision, or another time, is the reason to ask again.
  useEffect(() => {
    void askNow();
  }, [askNow, revision, heldUntilMs]);
  return { codes, refresh };
}
