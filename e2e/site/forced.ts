/** What final verifications answer instead of the truth; or, for layouts that ask for it, the step that takes the key. */
export interface ForcedAnswer {
  /** Where a layout takes the key at a step of its own, it is refused there and then; nothing else is touched. */
  readonly at?: 'key';
  /** Answered without looking at the credentials; nothing is burnt or counted against a limit. */
  readonly status?: 401 | 403 | 429 | 500;
  /** How long the answer is held back after the work is done. */
  readonly slowMs?: number;
  /** The connection breaks instead of an answer: `true` before the credentials are looked at, `'after'` when the work is done. */
  readonly drop?: boolean | 'after';
  /** How many final verifications this holds for; all of them when left out. */
  readonly times?: number;
}

export interface Forcing {
  set(answer: ForcedAnswer | null): void;
  /** The answer for one final verification, counted down. */
  take(): ForcedAnswer | undefined;
  /** The status with which the step that takes the key answers, counted down likewise. */
  takeAtKey(): ForcedAnswer['status'];
}

/** Makes a forcing that forces nothing. */
export function createForcing(): Forcing {
  let current: ForcedAnswer | undefined;
  let timesLeft = 0;
  const takeCurrent = (): ForcedAnswer | undefined => {
    if (timesLeft <= 0) return undefined;
    timesLeft -= 1;
    return current;
  };
  return {
    set: answer => {
      current = answer ?? undefined;
      timesLeft = answer?.times ?? Number.POSITIVE_INFINITY;
    },
    take: () => (current?.at === undefined ? takeCurrent() : undefined),
    takeAtKey: () => (current?.at === 'key' ? takeCurrent()?.status : undefined),
  };
}
