// The slim build shares @noble/hashes with the rest of the worker. Of the library only HMAC and truncation are used:
// its parser and its base32 let through what must not be (see otpauth-uri.ts).
import { HOTP, Secret as OtpauthKey } from 'otpauth/slim';
import type { Authenticator } from '../model/authenticator';
import { wipe } from '../shared/bytes';
import { stepAt, stepStartMs } from './time-step';
import { secretBytes } from './totp-secret';

/** A code and when it is the current one, in milliseconds since 1970. */
export type TimedCode = {
  readonly code: string;
  /** The time step it belongs to. */
  readonly step: number;
  readonly validFromMs: number;
  /** The first millisecond in which it is no longer current. */
  readonly validUntilMs: number;
};

/** What is shown while it counts down: the current code, the one after it, and when they change places. */
export type CodePair = {
  readonly code: string;
  readonly next: string;
  readonly step: number;
  readonly validUntilMs: number;
};

/** The code of one time step (RFC 6238, on RFC 4226 section 5.3). Throws a RangeError for a step below 0. */
export function codeForStep(authenticator: Authenticator, step: number): string {
  if (!Number.isSafeInteger(step) || step < 0) throw new RangeError('step: not a whole number from 0');
  const key = secretBytes(authenticator.secret);
  try {
    return HOTP.generate({
      secret: new OtpauthKey({ buffer: key.buffer }),
      algorithm: authenticator.algorithm,
      digits: authenticator.digits,
      counter: step,
    });
  } finally {
    wipe(key);
  }
}

/** The code at a time. Throws a RangeError for a time before 1970 or NaN. */
export function codeAt(authenticator: Authenticator, unixMs: number): TimedCode {
  const { periodSeconds } = authenticator;
  const step = stepAt(unixMs, periodSeconds);
  return {
    code: codeForStep(authenticator, step),
    step,
    validFromMs: stepStartMs(step, periodSeconds),
    validUntilMs: stepStartMs(step + 1, periodSeconds),
  };
}

/** The code at a time and its successor. Throws a RangeError for a time before 1970 or NaN. */
export function codesAt(authenticator: Authenticator, unixMs: number): CodePair {
  const { code, step, validUntilMs } = codeAt(authenticator, unixMs);
  return { code, next: codeForStep(authenticator, step + 1), step, validUntilMs };
}
