/** The site's own time: real time plus a shift that tests may change while the site runs. */
export interface SiteClock {
  nowMs(): number;
  shiftedByMs(): number;
  /** Sets the shift. It replaces the earlier one, so that a test can always say where it stands. */
  shiftTo(shiftMs: number): void;
}

/** Makes a clock that reads `readRealMs` and adds the current shift. */
export function createClock(initialShiftMs = 0, readRealMs: () => number = Date.now): SiteClock {
  let currentShiftMs = initialShiftMs;
  return {
    nowMs: () => readRealMs() + currentShiftMs,
    shiftedByMs: () => currentShiftMs,
    shiftTo: shiftMs => {
      currentShiftMs = shiftMs;
    },
  };
}
