/** The furthest time that a calendar reaches, in milliseconds before and after 1970 (ECMA-262, time values). */
const FURTHEST_MS = 8.64e15;

/** Whether a number from storage is a time, in milliseconds since 1970, that can be shown as a date. */
export function isTimeMs(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= FURTHEST_MS;
}
