import { useEffect, useState } from 'react';
import type { DoorsView } from '../lib/messages/views';

/** What opens the vault, or a copy of it, besides a password; null until that is known. */
export function useDoors(read: () => Promise<DoorsView>): DoorsView | null {
  const [doors, setDoors] = useState<DoorsView | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once; ways in do not change while a vault is locked.
  useEffect(() => {
    let current = true;
    void read().then(answer => {
      if (current) setDoors(answer);
    });
    return () => {
      current = false;
    };
  }, []);
  return doors;
}
