import { skewItem } from '../../lib/browser/run-items';
import type { ClockReading } from '../../lib/shared/clock-reading';
import type { Skew } from '../../lib/totp/skew';
import { measureSkew, servingSkew } from '../../lib/totp/skew';

/** Keeps what a look at the site's clock tells, if it tells anything. */
export async function noteClockReading(reading: ClockReading): Promise<void> {
  const skew = measureSkew(reading);
  if (skew !== null) await skewItem.write(skew);
}

/** How far the site's clock is from this computer's, as far as that is known and still serves; null where it is not. */
export async function readSkew(nowMs: number): Promise<Skew | null> {
  return servingSkew(await skewItem.read(), nowMs);
}
