/** Counts events per name over a sliding window. */
export interface RateLimit {
  /** True when the event is allowed, and then counts it. A refused event is not counted. */
  take(name: string, nowMs: number): boolean;
  /** True when `take` would refuse. Counts nothing. */
  isSpent(name: string, nowMs: number): boolean;
  forget(): void;
}

/** Makes a limit of `most` events in `windowMs`. */
export function createRateLimit(most: number, windowMs: number): RateLimit {
  const takenAtMs = new Map<string, number[]>();
  const readRecent = (name: string, nowMs: number) =>
    (takenAtMs.get(name) ?? []).filter(atMs => nowMs - atMs < windowMs);
  return {
    take: (name, nowMs) => {
      const recent = readRecent(name, nowMs);
      if (recent.length >= most) return false;
      takenAtMs.set(name, [...recent, nowMs]);
      return true;
    },
    isSpent: (name, nowMs) => readRecent(name, nowMs).length >= most,
    forget: () => takenAtMs.clear(),
  };
}
