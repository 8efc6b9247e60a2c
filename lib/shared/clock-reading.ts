/**
 * One look at the site's clock, in milliseconds since 1970: its `Date` header, and this computer's time before the question
 * and after the answer.
 */
export type ClockReading = { readonly sentAtMs: number; readonly receivedAtMs: number; readonly siteMs: number };
