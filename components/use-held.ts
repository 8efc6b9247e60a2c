import { useEffect, useState } from 'react';
import type { HeldReading } from '../lib/browser/held-port';

/** What passkeys hold as of the vault's `revision`, or null until that is known. */
export function useHeld(read: () => Promise<HeldReading | null>, revision: number): HeldReading | null {
  const [reading, setReading] = useState<HeldReading | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is the reason to ask again.
  useEffect(() => {
    let current = true;
    void read().then(answer => {
      if (current && answer !== null) setReading(answer);
    });
    return () => {
      current = false;
    };
  }, [read, revision]);
  return reading;
}
