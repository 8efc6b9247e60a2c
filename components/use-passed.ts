import { useEffect, useState } from 'react';

/** Whether a moment has passed; one that is null is none that could be waited for. Looks again when it comes. */
export function usePassed(atMs: number | null): boolean {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    if (atMs === null) return;
    setNowMs(Date.now());
    const timer = setTimeout(() => setNowMs(Date.now()), Math.max(0, atMs - Date.now()));
    return () => clearTimeout(timer);
  }, [atMs]);
  return atMs === null || nowMs >= atMs;
}
