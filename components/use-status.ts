import { useCallback, useEffect, useState } from 'react';
import type { StatusReading } from '../lib/browser/follow-status';

type Follow = (onReading: (reading: StatusReading) => void, signal: AbortSignal) => void;

/** The vault's status as it changes, null until it is known, and a way to ask from the start. */
export function useStatus(follow: Follow): { readonly reading: StatusReading | null; readonly retry: () => void } {
  const [reading, setReading] = useState<StatusReading | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the reason to follow anew.
  useEffect(() => {
    const following = new AbortController();
    follow(setReading, following.signal);
    return () => following.abort();
  }, [follow, attempt]);
  const retry = useCallback(() => setAttempt(count => count + 1), []);
  return { reading, retry };
}
