import { useEffect, useState } from 'react';

/** Something that is on screen for a while only, as a secret: null until it is set, and again `lifeMs` later. */
export function useShortLived<T>(lifeMs: number) {
  const [value, setValue] = useState<T | null>(null);
  useEffect(() => {
    if (value === null) return;
    const timer = setTimeout(() => setValue(null), lifeMs);
    return () => clearTimeout(timer);
  }, [value, lifeMs]);
  return [value, setValue] as const;
}
