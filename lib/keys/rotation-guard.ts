// What shows that a rotation locks nobody out. The product's own documentation: revoking the primary key while signed out of
// the dashboard locks you out; always have a secondary key, or rotate from an active session.
import type { Account } from '../model/account';
import { findKey } from '../model/account';
import type { Key } from '../model/key';
import type { GuardEvidence, Rotation } from '../model/rotation';
import { DAY_MS, MINUTE_MS } from '../shared/duration';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';

/** For how long a dashboard counts as open after it was seen. */
export const DASHBOARD_SEEN_FOR_MS = 5 * MINUTE_MS;
/** For how long a key that the site took counts as one that it takes. */
const PROOF_COUNTS_FOR_MS = 30 * DAY_MS;

/** How the site hands out keys, and what there is to show that it is safe; null where there is nothing. */
export type Guard = { readonly issue: Rotation['issue']; readonly evidence: GuardEvidence | null };

/**
 * - `guard-signed-out`: neither an open dashboard, seen within five minutes, nor another key.
 * - `guard-key-unproven`: the other key is no active one that has signed in within thirty days, or the site has
 *   refused it since.
 * - `guard-new-authenticator`: where a new key means a new authenticator, another key opens nothing either.
 */
export type GuardFailure = 'guard-signed-out' | 'guard-key-unproven' | 'guard-new-authenticator';

/**
 * Whether a time lies behind `nowMs`, and no further than so many milliseconds. One that lies ahead, as after a clock was
 * set back, does not.
 */
function isWithin(atMs: number, spanMs: number, nowMs: number): boolean {
  const ageMs = nowMs - atMs;
  return ageMs >= 0 && ageMs <= spanMs;
}

/**
 * Whether a key would let its owner sign in if another one were gone: it signs in, and the site has lately shown that it
 * does.
 */
export function isProvenSignInKey(key: Key, nowMs: number): boolean {
  const { purpose, state, compromisedAtMs, provenAtMs, refusedAtMs } = key;
  if (purpose !== 'sign-in' || state !== 'active' || compromisedAtMs !== null || provenAtMs === null) return false;
  // A proof takes a refusal away, so one that is there came later, whatever the clock said.
  return isWithin(provenAtMs, PROOF_COUNTS_FOR_MS, nowMs) && refusedAtMs === null;
}

/** The evidence, where it holds. */
export function checkGuard(
  account: Account,
  oldKeyId: string,
  { issue, evidence }: Guard,
  nowMs: number,
): Result<GuardEvidence, GuardFailure> {
  if (evidence === null) return err('guard-signed-out');
  if (evidence.type === 'dashboard') {
    return isWithin(evidence.seenAtMs, DASHBOARD_SEEN_FOR_MS, nowMs) ? ok(evidence) : err('guard-signed-out');
  }
  if (issue === 'operator') return err('guard-new-authenticator');
  const other = evidence.keyId === oldKeyId ? null : findKey(account, evidence.keyId);
  return other !== null && isProvenSignInKey(other, nowMs) ? ok(evidence) : err('guard-key-unproven');
}
