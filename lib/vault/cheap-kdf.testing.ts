import { deriveKey } from '../crypto/hkdf';
import type { Bytes } from '../shared/bytes';
import { utf8Encode } from '../shared/bytes';

/**
 * Stands in for Argon2id in tests that unlock many times: as dependent on password, spelling and salt, and nearly free.
 * A test uses it by `vi.mock('../crypto/kdf', ...)`, so that the product has no way of its own to a cheap derivation.
 */
export async function deriveCheaply(password: string, salt: Bytes): Promise<Bytes> {
  return deriveKey(utf8Encode(password.normalize('NFKC')), 'latchkey/v1/recovery-kek', salt);
}
