import { useEffect, useState } from 'react';

/** What `ask` gives as of the vault's `revision`, or null until the first answer. The answer to a later question wins. */
export function useAsOf<T>(ask: () => Promise<T>, revision: number): T | null {
  const [reading, setReading] = useState<T | null>(null);
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
