import { describe, expect, it } from 'vitest';
import { decrypt, encrypt, TAG_LENGTH } from './aead';
import { flip, XCHACHA_EXAMPLE } from './aead.cases';

const {
  key: KEY,
  nonce: NONCE,
  associated: ASSOCIATED,
  plaintext: PLAINTEXT,
  ciphertext: CIPHERTEXT,
} = XCHACHA_EXAMPLE;

describe('XChaCha20-Poly1305', () => {
  it('seals the example of the draft to its ciphertext and tag', () => {
    expect(encrypt(KEY, NONCE, PLAINTEXT, ASSOCIATED)).toEqual(CIPHERTEXT);
  });

  it('opens the example of the draft', () => {
    expect(decrypt(KEY, NONCE, CIPHERTEXT, ASSOCIATED)).toEqual(PLAINTEXT);
  });

  it('opens with nothing but the same key, nonce and associated data', () => {
    expect(decrypt(flip(KEY, 0), NONCE, CIPHERTEXT, ASSOCIATED)).toBeNull();
    expect(decrypt(KEY, flip(NONCE, 23), CIPHERTEXT, ASSOCIATED)).toBeNull();
    expect(decrypt(KEY, NONCE, CIPHERTEXT, flip(ASSOCIATED, 11))).toBeNull();
    expect(decrypt(KEY, NONCE, CIPHERTEXT, new Uint8Array(0))).toBeNull();
  });

  it('opens no ciphertext with a byte changed anywhere, the tag included', () => {
    for (let place = 0; place < CIPHERTEXT.length; place++) {
      expect(decrypt(KEY, NONCE, flip(CIPHERTEXT, place), ASSOCIATED)).toBeNull();
    }
  });

  it('refuses a ciphertext of every shorter length without an exception', () => {
    for (let length = 0; length < CIPHERTEXT.length; length++) {
      expect(decrypt(KEY, NONCE, CIPHERTEXT.slice(0, length), ASSOCIATED)).toBeNull();
    }
  });

  it('refuses a key or nonce of another length without an exception', () => {
    expect(decrypt(KEY.slice(1), NONCE, CIPHERTEXT, ASSOCIATED)).toBeNull();
    expect(decrypt(KEY, NONCE.slice(1), CIPHERTEXT, ASSOCIATED)).toBeNull();
  });

  it('seals nothing at all to a tag alone', () => {
    const sealed = encrypt(KEY, NONCE, new Uint8Array(0), ASSOCIATED);
    expect(sealed.length).toBe(TAG_LENGTH);
    expect(decrypt(KEY, NONCE, sealed, ASSOCIATED)).toEqual(new Uint8Array(0));
  });
});
