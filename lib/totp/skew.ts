import * as v from 'valibot';
import type { ClockReading } from '../shared/clock-reading';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../shared/duration';
import { isTimeMs } from '../shared/time-ms';

const timeMs = v.custom<number>(isTimeMs);

/** A {@link ClockReading} as the login page reports it. */
export const clockReadingSchema = v.strictObject({ sentAtMs: timeMs, receivedAtMs: timeMs, siteMs: timeMs });

/** How far the site's clock is ahead of this computer's (less than 0: behind it), as it was measured, give or take the error. */
export const skewSchema = v.strictObject({
  aheadMs: v.pipe(v.number(), v.finite()),
  errorMs: v.pipe(v.number(), v.finite(), v.minValue(0)),
  measuredAtMs: timeMs,
});

export type Skew = v.InferOutput<typeof skewSchema>;

/** The header names a second, and the clock was somewhere in it. */
const RESOLUTION_MS = SECOND_MS;
/** An answer that took longer says too little: half of this would be the error. */
const LONGEST_ROUND_TRIP_MS = 5 * SECOND_MS;
/** Up to here codes are corrected without a question, up to there after one, and beyond that not at all. */
export const CORRECTED_UP_TO_MS = 120 * SECOND_MS;
const ASKED_UP_TO_MS = 15 * MINUTE_MS;
/** How long a measurement serves: a clock that is set later makes it wrong, and nothing tells of that. */
const SERVES_MS = HOUR_MS;
/** From here on a difference is worth a word: below it nobody could see it on their own clock. */
const WORTH_SAYING_MS = 2 * SECOND_MS;

/**
 * What a look at the site's clock tells, or null where it tells too little: it took too long, or this computer's clock was
 * set back meanwhile. The site wrote its second at some moment of the round trip: from both ends follows how far off the
 * true difference can be at most.
 */
export function measureSkew({ sentAtMs, receivedAtMs, siteMs }: ClockReading): Skew | null {
  const roundTripMs = receivedAtMs - sentAtMs;
  if (roundTripMs < 0 || roundTripMs > LONGEST_ROUND_TRIP_MS) return null;
  return {
    aheadMs: siteMs + RESOLUTION_MS / 2 - (sentAtMs + receivedAtMs) / 2,
    errorMs: (RESOLUTION_MS + roundTripMs) / 2,
    measuredAtMs: receivedAtMs,
  };
}

/** What may be done about a difference. `correct`: without a question. `ask`: where the person agrees. `refuse`: nothing. */
export type SkewVerdict = 'correct' | 'ask' | 'refuse';

/** How a difference is to be treated. */
export function judgeSkew({ aheadMs }: Skew): SkewVerdict {
  const differenceMs = Math.abs(aheadMs);
  if (differenceMs <= CORRECTED_UP_TO_MS) return 'correct';
  return differenceMs <= ASKED_UP_TO_MS ? 'ask' : 'refuse';
}

/** A measurement that still serves at `nowMs`, or null. Where the clock was set back behind it, it no longer does. */
export function servingSkew(skew: Skew | null, nowMs: number): Skew | null {
  if (skew === null) return null;
  const ageMs = nowMs - skew.measuredAtMs;
  return ageMs >= 0 && ageMs <= SERVES_MS ? skew : null;
}

/**
 * What to add to this computer's time for the site's, in milliseconds: 0 where nothing is known, or where the difference
 * is one to ask about and `isAgreed` is false.
 */
export function correctionMs(skew: Skew | null, isAgreed: boolean): number {
  if (skew === null) return 0;
  const verdict = judgeSkew(skew);
  return verdict === 'correct' || (verdict === 'ask' && isAgreed) ? Math.round(skew.aheadMs) : 0;
}

/** The difference in whole seconds, above 0 where this computer's clock is behind; null where it is not worth a word. */
export function secondsWorthSaying(skew: Skew | null): number | null {
  if (skew === null || Math.abs(skew.aheadMs) - skew.errorMs < WORTH_SAYING_MS) return null;
  return Math.round(skew.aheadMs / SECOND_MS);
}
