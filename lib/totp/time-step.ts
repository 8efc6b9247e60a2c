/**
 * The time step T of RFC 6238 section 4.2 (T0 = 0) at `unixMs`, milliseconds since 1970. Floored, never rounded: the
 * step changes in the very millisecond. Throws a RangeError for a time before 1970 or none at all, and for a period
 * that is not a whole number of seconds: both are mistakes of the program.
 */
export function stepAt(unixMs: number, periodSeconds: number): number {
  if (!(unixMs >= 0 && unixMs <= Number.MAX_SAFE_INTEGER)) throw new RangeError('unixMs: not a time since 1970');
  const periodMs = checkedPeriodMs(periodSeconds);
  const wholeMs = Math.floor(unixMs);
  // Subtracting the remainder first keeps the division exact, however far away the time is.
  return (wholeMs - (wholeMs % periodMs)) / periodMs;
}

/** The first millisecond of a step; the last one of the step before is one less. */
export function stepStartMs(step: number, periodSeconds: number): number {
  return step * checkedPeriodMs(periodSeconds);
}

function checkedPeriodMs(periodSeconds: number): number {
  if (!Number.isInteger(periodSeconds) || periodSeconds < 1) throw new RangeError('periodSeconds: not whole seconds');
  return periodSeconds * 1000;
}
