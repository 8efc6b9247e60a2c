import { useCallback, useEffect, useState } from 'react';
import type { CopiesPort } from '../lib/browser/copies-port';
import type { Failure } from '../lib/messages/failures';
import type { CopyView } from '../lib/messages/views';
import type { Result } from '../lib/shared/result';

export type CopiesReading = Result<readonly CopyView[], readonly Failure[]>;

/** The copies of the vault as of its `revision`, null until the first answer, and a way to look again. */
export function useCopies(
  list: CopiesPort['list'],
  revision: number,
): { readonly reading: CopiesReading | null; readonly lookAgain: () => void } {
  const [reading, setReading] = useState<CopiesReading | null>(null);
  const [looks, setLooks] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision and another look are reasons to ask again.
  useEffect(() => {
    let current = true;
    void list().then(answer => {
      if (current) setReading(answer);
    });
    return () => {
      current = false;
    };
  }, [list, revision, looks]);
  const lookAgain = useCallback(() => setLooks(count => count + 1), []);
  return { reading, lookAgain };
}
