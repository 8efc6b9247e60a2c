import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../shared/bytes';
import { utf8Encode } from '../shared/bytes';

/** One `info` per use of a key (RFC 5869 section 3.2), so that no two uses ever share key material. */
export type KeyPurpose =
  | 'latchkey/v1/header-mac'
  | 'latchkey/v1/body'
  | 'latchkey/v1/passkey-kek'
  | 'latchkey/v1/recovery-kek'
  | 'latchkey/v1/held'
  | 'latchkey/v1/held-kek'
  | 'latchkey/v1/draft'
  | 'latchkey/v1/history';

/** A 32-byte key for one purpose, by HKDF-SHA256. An absent salt is HKDF's 32 zero bytes. */
export function deriveKey(input: Bytes, purpose: KeyPurpose, salt?: Bytes): Bytes {
  return new Uint8Array(hkdf(sha256, input, salt, utf8Encode(purpose), 32));
}

/** HMAC-SHA256, 32 bytes. */
export function authenticate(key: Bytes, message: Bytes): Bytes {
  return new Uint8Array(hmac(sha256, key, message));
}
