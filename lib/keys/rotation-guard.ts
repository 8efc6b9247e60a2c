// What shows that a rotation locks nobody out. The product's own documentation: revoking the primary key while signed out of
// the dashboard locks you out; always have a secondary key, or rotate from an active session.
import type { Account } from '../model/account';
import type { Key } from '../model/key';
import type { GuardEvidence, Rotation } from '../model/rotation';
import { MINUTE_MS } from '../shared/duration';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { findKey } from './find-key';

/** For how long a dashboard counts as open after it was seen. */
export const DASHBOARD_SEEN_FOR_MS = 5 * MINUTE_MS;

/** How the site hands out keys, and what there is to show that it is safe; null where there is nothing. */
export type Guard = { readonly issue: Rotation['issue']; readonly evidence: GuardEvidence | null };

/**
 * - `guard-signed-out`: neither an open dashboard, seen within five minutes, nor another key.
 * - `guard-key-unproven`: the other key is no active one that has signed in, or the site has refused it since.
 * - `guard-new-authenticator`: where a new key means a new authenticator, another key opens nothing either.
 */
export type GuardFailure = 'guard-signed-out' | 'guard-key-unproven' | 'guard-new-authenticator';

/** Whether a key would let its owner sign in if another one were gone: it signs in, and the site has shown that it does. */
export function isProvenSignInKey({ purpose, state, compromisedAtMs, provenAtMs, refusedAtMs }: Key): boolean {
  const isUsable = purpose === 'sign-in' && state === 'active' && compromisedAtMs === null;
  return isUsable && provenAtMs !== null && (refusedAtMs === null || refusedAtMs < provenAtMs);
}

/** The evidence, where it holds. A time that lies ahead, as after a clock was set back, is none. */
export function checkGuard(
  account: Account,
  oldKeyId: string,
  { issue, evidence }: Guard,
  nowMs: number,
): Result<GuardEvidence, GuardFailure> {
  if (evidence === null) return err('guard-signed-out');
  if (evidence.type === 'dashboard') {
    const ageMs = nowMs - evidence.seenAtMs;
    return ageMs >= 0 && ageMs <= DASHBOARD_SEEN_FOR_MS ? ok(evidence) : err('guard-signed-out');
  }
  if (issue === 'operator') return err('guard-new-authenticator');
  const other = evidence.keyId === oldKeyId ? null : findKey(account, evidence.keyId);
  return other !== null && isProvenSignInKey(other) ? ok(evidence) : err('guard-key-unproven');
}
