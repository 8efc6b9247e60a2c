const BURNT_FOR_MS = 90_000;

/** The time steps one person has used up. Replay is refused per step, not per code. */
export interface UsedSteps {
  burn(step: number, nowMs: number): void;
  isBurnt(step: number, nowMs: number): boolean;
  forget(): void;
}

/** Makes an empty record of used steps. */
export function createUsedSteps(): UsedSteps {
  const burntAtMs = new Map<number, number>();
  return {
    burn: (step, nowMs) => {
      burntAtMs.set(step, nowMs);
    },
    isBurnt: (step, nowMs) => {
      const atMs = burntAtMs.get(step);
      return atMs !== undefined && nowMs - atMs < BURNT_FOR_MS;
    },
    forget: () => burntAtMs.clear(),
  };
}
