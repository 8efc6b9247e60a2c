import { useState } from 'react';
import type { Failure } from '../lib/messages/failures';
import { SECOND_MS } from '../lib/shared/duration';

/** A wait after a wrong try. `toldCount` rises whenever it has to be said once more. */
export type Wait = { readonly untilMs: number; readonly toldCount: number };

/** The wait that the worker asks for, seen by a form that must not forget meanwhile what it holds. */
export function useWait(now: () => number) {
  const [wait, setWait] = useState<Wait | null>(null);
  const begin = (untilMs: number) => setWait(last => ({ untilMs, toldCount: (last?.toldCount ?? 0) + 1 }));
  return {
    wait,
    /** Whether it is still too soon. The form says so again then, and asks nobody. */
    isTooSoon(): boolean {
      const isOver = wait === null || now() >= wait.untilMs;
      if (isOver) setWait(null);
      else begin(wait.untilMs);
      return !isOver;
    },
    /** Takes what is said of a wait out of a refusal: a count that runs says it better than a sentence that stands. */
    take(failures: readonly Failure[]): readonly Failure[] {
      const tooSoon = failures.find(({ code }) => code === 'unlock-too-soon');
      if (tooSoon !== undefined) begin(now() + Number(tooSoon.details[0]) * SECOND_MS);
      return failures.filter(failure => failure !== tooSoon);
    },
  };
}
