import { useEffect, useState } from 'react';

/**
 * The time, read anew every second. Seconds are counted from `anchorMs`, so that something which ends there is seen to
 * end there and not up to a second later. Nothing is added up: after sleep or a change of the clock the next tick is right.
 */
export function useNow(now: () => number, anchorMs: number): number {
  const [nowMs, setNowMs] = useState(now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const ms = now();
      setNowMs(ms);
      const intoSecond = (((ms - anchorMs) % 1_000) + 1_000) % 1_000;
      timer = setTimeout(tick, 1_000 - intoSecond);
    };
    tick();
    return () => clearTimeout(timer);
  }, [now, anchorMs]);
  return nowMs;
}
