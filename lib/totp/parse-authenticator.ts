import { parseApiKey } from '../model/api-key';
import type { Authenticator } from '../model/authenticator';
import { MAXIMUM_LINK_LENGTH, PARAMANT_DEFAULTS } from '../model/authenticator';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { AuthenticatorFailure, AuthenticatorReading } from './authenticator-failure';
import { readOtpauthUri } from './otpauth-uri';
import { parseTotpSecret, secretNotices } from './totp-secret';

/**
 * A bare secret has neither. Not "a word and a colon": a colon that slipped into a secret must be named as the wrong
 * character, and the half before it must not be quoted as the name of a link.
 */
const LINK = /:\/\/|^\s*otpauth[^a-z2-7]/i;

const CODE_OF_A_MOMENT = /^\s*\d{3}\s?\d{3}\s*$/u;

/** What a text that is no secret seems to be instead, or why it is none. */
function nameMistake(text: string, failure: AuthenticatorFailure): AuthenticatorFailure {
  if (CODE_OF_A_MOMENT.test(text)) return { code: 'authenticator-is-code' };
  return parseApiKey(text).ok ? { code: 'authenticator-is-key' } : failure;
}

/**
 * Reads what a person pastes: an `otpauth://` link, or a bare base32 secret, which gets what Paramant sets up
 * (SHA-256, 6 digits, 30 s), with what should be said about it.
 */
export function readAuthenticator(text: string): Result<AuthenticatorReading, AuthenticatorFailure> {
  if (text.trim() === '') return err({ code: 'authenticator-empty' });
  if (LINK.test(text)) return readOtpauthUri(text);
  if (text.length > MAXIMUM_LINK_LENGTH) return err({ code: 'authenticator-too-long', maximum: MAXIMUM_LINK_LENGTH });
  // Untrimmed, so that a wrong character's position is the one in the field.
  const secret = parseTotpSecret(text, 'refuse');
  if (!secret.ok) return err(nameMistake(text, secret.error));
  return ok({ authenticator: { secret: secret.value, ...PARAMANT_DEFAULTS }, notices: secretNotices(text) });
}

/** The authenticator in what a person pastes, without the notices of {@link readAuthenticator}. */
export function parseAuthenticator(text: string): Result<Authenticator, AuthenticatorFailure> {
  const read = readAuthenticator(text);
  return read.ok ? ok(read.value.authenticator) : read;
}
