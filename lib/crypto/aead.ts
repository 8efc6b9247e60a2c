import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { Bytes } from '../shared/bytes';

/** XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03): lengths in bytes. Its nonce is long enough to be drawn at random. */
export const KEY_LENGTH = 32;
export const NONCE_LENGTH = 24;
export const TAG_LENGTH = 16;

/** Ciphertext with its tag behind it. `associated` is authenticated and not encrypted. */
export function encrypt(key: Bytes, nonce: Bytes, plaintext: Bytes, associated: Bytes): Bytes {
  return new Uint8Array(xchacha20poly1305(key, nonce, associated).encrypt(plaintext));
}

/**
 * The plaintext, or null where key, nonce, associated data or ciphertext is not the one that was sealed: nobody can tell
 * which.
 */
export function decrypt(key: Bytes, nonce: Bytes, ciphertext: Bytes, associated: Bytes): Bytes | null {
  try {
    return new Uint8Array(xchacha20poly1305(key, nonce, associated).decrypt(ciphertext));
  } catch {
    return null;
  }
}
