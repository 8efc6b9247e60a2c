import type { TotpSecret } from '../model/authenticator';
import { MAXIMUM_SECRET_LENGTH, RECOMMENDED_SECRET_BYTES } from '../model/authenticator';
import type { Bytes } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { Secret } from '../shared/secret';
import type { AuthenticatorNotice, TotpSecretFailure } from './authenticator-failure';
import type { Base32ReadFailure } from './base32';
import { decodeBase32, encodeBase32, readBase32 } from './base32';

/**
 * What to make of bits behind the last whole byte. `refuse` for a secret copied by hand, where they tell that its end
 * is missing; `drop` for one written by a program, since real issuers cut random texts to a length of their liking.
 */
export type SpareBits = 'refuse' | 'drop';

/** Reads base32 as a person pastes it into the canonical secret. The only maker of a {@link TotpSecret}. */
export function parseTotpSecret(text: string, spareBits: SpareBits): Result<TotpSecret, TotpSecretFailure> {
  const read = readBase32(text);
  if (!read.ok) return err(secretFailure(read.error));
  if (read.value.bytes.length === 0) return err({ code: 'authenticator-secret-missing' });
  if (spareBits === 'refuse' && read.value.spareBits !== 0) return err({ code: 'authenticator-secret-cut' });
  const canonical = encodeBase32(read.value.bytes);
  if (canonical.length > MAXIMUM_SECRET_LENGTH) {
    return err({ code: 'authenticator-secret-too-long', maximum: MAXIMUM_SECRET_LENGTH });
  }
  return ok(new Secret<'totp-secret'>(canonical));
}

/** The key K of RFC 6238. The caller owns the bytes and wipes them. Throws a RangeError where the secret holds none. */
export function secretBytes(secret: TotpSecret): Bytes {
  const decoded = decodeBase32(secret.reveal());
  // An empty key is the dangerous case: HMAC would take it without a word.
  if (!decoded.ok || decoded.value.length === 0) throw new RangeError('secret: not a canonical base32 key');
  return decoded.value;
}

/** What should be said about a secret that {@link parseTotpSecret} takes, seen as it was pasted. */
export function secretNotices(text: string): readonly AuthenticatorNotice[] {
  const read = readBase32(text);
  if (!read.ok) return [];
  const notices: AuthenticatorNotice[] = [];
  const bytes = read.value.bytes.length;
  if (bytes < RECOMMENDED_SECRET_BYTES) {
    notices.push({ code: 'authenticator-short-secret', bytes, recommended: RECOMMENDED_SECRET_BYTES });
  }
  if (read.value.spareBits !== 0) notices.push({ code: 'authenticator-cut-secret' });
  return notices;
}

function secretFailure(failure: Base32ReadFailure): TotpSecretFailure {
  switch (failure.code) {
    case 'base32-character':
      return { code: 'authenticator-secret-character', character: failure.character, position: failure.position };
    case 'base32-length':
      return { code: 'authenticator-secret-length', length: failure.length };
  }
}
