import type { Algorithm, Digits } from '../model/authenticator';
import { DIGITS, KEY_URI_DEFAULTS, MAXIMUM_PERIOD_SECONDS, MINIMUM_PERIOD_SECONDS } from '../model/authenticator';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { AuthenticatorFailure } from './authenticator-failure';
import { quoteForSentence } from './authenticator-failure';

// Without the u flag, i folds no character from outside ASCII into it: ſha1 is not sha1.
const ALGORITHM_NAME = /^(?:hmac[-_]?)?sha[-_]?(1|256|512)$/i;
const ALGORITHM_BY_SIZE: Readonly<Record<string, Algorithm>> = { '1': 'SHA1', '256': 'SHA256', '512': 'SHA512' };

/** `algorithm`, in the spellings that apps write: `SHA256`, `sha-256`, `HmacSHA256`. Absent: SHA-1. */
export function parseAlgorithm(value: string | undefined): Result<Algorithm, AuthenticatorFailure> {
  if (value === undefined) return ok(KEY_URI_DEFAULTS.algorithm);
  const algorithm = ALGORITHM_BY_SIZE[ALGORITHM_NAME.exec(value)?.[1] ?? ''];
  return algorithm === undefined
    ? err({ code: 'authenticator-unsupported-algorithm', algorithm: quoteForSentence(value) })
    : ok(algorithm);
}

/** `digits`: 6, 7 or 8, written as just that. Absent: 6. */
export function parseDigits(value: string | undefined): Result<Digits, AuthenticatorFailure> {
  if (value === undefined) return ok(KEY_URI_DEFAULTS.digits);
  const digits = DIGITS.find(known => String(known) === value);
  return digits === undefined
    ? err({ code: 'authenticator-digits', value: quoteForSentence(value), minimum: 6, maximum: 8 })
    : ok(digits);
}

/** `period`: whole seconds in plain decimal, within the limits. Absent: 30. */
export function parsePeriod(value: string | undefined): Result<number, AuthenticatorFailure> {
  if (value === undefined) return ok(KEY_URI_DEFAULTS.periodSeconds);
  const seconds = /^[1-9][0-9]{0,2}$/.test(value) ? Number(value) : Number.NaN;
  if (seconds >= MINIMUM_PERIOD_SECONDS && seconds <= MAXIMUM_PERIOD_SECONDS) return ok(seconds);
  return err({
    code: 'authenticator-period',
    value: quoteForSentence(value),
    minimum: MINIMUM_PERIOD_SECONDS,
    maximum: MAXIMUM_PERIOD_SECONDS,
  });
}

/** `encoder` names another alphabet for the code (KeePassXC writes `steam`). None of them is supported. */
export function refuseEncoder(value: string | undefined): Result<null, AuthenticatorFailure> {
  return value === undefined || value === ''
    ? ok(null)
    : err({ code: 'authenticator-unsupported-encoder', encoder: quoteForSentence(value) });
}
