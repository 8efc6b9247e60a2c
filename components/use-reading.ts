import { useCallback, useEffect, useState } from 'react';

/** What `ask` gives, null until it does. It is asked once, and again by `retry`. */
export function useReading<T>(ask: () => Promise<T>): { readonly reading: T | null; readonly retry: () => void } {
  const [reading, setReading] = useState<T | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the one reason to ask again.
  useEffect(() => {
    let current = true;
    void ask().then(answer => {
      if (current) setReading(answer);
    });
    return () => {
      current = false;
    };
  }, [attempt]);
  const retry = useCallback(() => setAttempt(count => count + 1), []);
  return { reading, retry };
}
