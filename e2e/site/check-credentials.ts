import type { SiteAccount } from './accounts';
import { hasLiveKey, listLiveKeys } from './accounts';
import { decodeBase32 } from './base32';
import type { TotpMatch } from './totp';
import { matchCode } from './totp';

/** What a person hands over to sign in. `key` is null on layouts that do not ask for one. */
export interface Credentials {
  readonly email: string;
  readonly key: string | null;
  readonly code: string;
}

/** Accepts a current, unburnt code for a base32 secret and burns its step. */
export function acceptCode(account: SiteAccount, secret: string, code: string, nowMs: number): TotpMatch | undefined {
  const isBurnt = (step: number) => account.usedSteps.isBurnt(step, nowMs);
  const match = matchCode(decodeBase32(secret), code, nowMs, isBurnt);
  if (match) account.usedSteps.burn(match.step, nowMs);
  return match;
}

/**
 * Checks key and code together. Undefined means refused, without saying which of them was wrong.
 * The code comes last, so that only a sign-in that succeeds burns its step. An account whose keys are all
 * revoked is locked, on layouts that ask for a key and on those that do not: the key is the account's identity.
 */
export function checkCredentials(
  account: SiteAccount | undefined,
  given: Credentials,
  nowMs: number,
): TotpMatch | undefined {
  if (account?.secret === undefined || listLiveKeys(account).length === 0) return undefined;
  if (given.key !== null && !hasLiveKey(account, given.key.trim())) return undefined;
  return acceptCode(account, account.secret, given.code.trim(), nowMs);
}
