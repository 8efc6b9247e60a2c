import { skewItem } from '../../lib/browser/run-items';
import type { ClockReading } from '../../lib/shared/clock-reading';
import { SECOND_MS } from '../../lib/shared/duration';
import type { Skew } from '../../lib/totp/skew';
import { measureSkew, servingSkew } from '../../lib/totp/skew';

/** A reading is told with one of the next steps of its run. */
const TOLD_WITHIN_MS = 15 * SECOND_MS;

/** Keeps what a look at the site's clock tells, if it tells anything. */
export async function noteClockReading(reading: ClockReading): Promise<void> {
  // Whoever speaks for the page may not choose for when it counts.
  if (Math.abs(Date.now() - reading.receivedAtMs) > TOLD_WITHIN_MS) return;
  const skew = measureSkew(reading);
  if (skew !== null) await skewItem.write(skew);
}

/** How far the site's clock is from this computer's, as far as that is known and still serves; null where it is not. */
export async function readSkew(nowMs: number): Promise<Skew | null> {
  return servingSkew(await skewItem.read(), nowMs);
}
