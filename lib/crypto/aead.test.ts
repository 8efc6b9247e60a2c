import { describe, expect, it } from 'vitest';
import type { Bytes } from '../shared/bytes';
import { hexDecode, utf8Encode } from '../shared/bytes';
import { decrypt, encrypt, TAG_LENGTH } from './aead';

function hex(text: string): Bytes {
  const bytes = hexDecode(text.replaceAll(/\s/gu, ''));
  if (bytes === null) throw new Error('not hexadecimal');
  return bytes;
}

/** draft-irtf-cfrg-xchacha-03, appendix A.3.1. */
const KEY = hex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f');
const NONCE = hex('404142434445464748494a4b4c4d4e4f5051525354555657');
const ASSOCIATED = hex('50515253c0c1c2c3c4c5c6c7');
const PLAINTEXT = utf8Encode(
  "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
);
const CIPHERTEXT = hex(`
  bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb
  731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452
  2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9
  21f9664c97637da9768812f615c68b13b52e
  c0875924c1c7987947deafd8780acf49`);

function flip(bytes: Bytes, place: number): Bytes {
  return Uint8Array.from(bytes, (byte, index) => (index === place ? byte ^ 1 : byte));
}

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
