import type { CodesView } from '../../lib/messages/views';
import type { Authenticator } from '../../lib/model/authenticator';
import { codesAt } from '../../lib/totp/code';
import type { Skew } from '../../lib/totp/skew';
import { correctionMs, secondsWorthSaying } from '../../lib/totp/skew';

/** The codes of this moment by the site's clock, as far as it is known, told in times of this computer's. */
export function viewCodes(
  accountId: string,
  authenticator: Authenticator,
  nowMs: number,
  skew: Skew | null,
): CodesView {
  const corrected = correctionMs(skew, false);
  const { code, next, validUntilMs } = codesAt(authenticator, nowMs + corrected);
  return {
    accountId,
    code,
    next,
    validUntilMs: validUntilMs - corrected,
    periodSeconds: authenticator.periodSeconds,
    clockBehindSeconds: corrected === 0 ? null : secondsWorthSaying(skew),
  };
}
