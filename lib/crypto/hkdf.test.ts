import { createHmac, hkdfSync } from 'node:crypto';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '../shared/bytes';
import { hexDecode, hexEncode, utf8Encode } from '../shared/bytes';
import type { KeyPurpose } from './hkdf';
import { authenticate, deriveKey } from './hkdf';
import { HKDF_ROWS } from './hkdf.cases';
import { HMAC_ROWS } from './hmac.cases';

const INPUT = Uint8Array.from({ length: 32 }, (_, index) => index);
const SALT = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
const PURPOSES: readonly KeyPurpose[] = [
  'latchkey/v1/header-mac',
  'latchkey/v1/body',
  'latchkey/v1/passkey-kek',
  'latchkey/v1/recovery-kek',
];

function hex(text: string): Bytes {
  return hexDecode(text) ?? new Uint8Array(0);
}

describe('HKDF-SHA256', () => {
  it.each(HKDF_ROWS)('gives the output of RFC 5869 $name', ({ input, salt, info, output }) => {
    expect(hexEncode(hkdf(sha256, hex(input), hex(salt), hex(info), output.length / 2))).toBe(output);
  });
});

describe('deriveKey', () => {
  it.each(PURPOSES)('is HKDF with %s as its info, with and without a salt', purpose => {
    const expected = (salt: Uint8Array) => new Uint8Array(hkdfSync('sha256', INPUT, salt, utf8Encode(purpose), 32));
    expect(deriveKey(INPUT, purpose, SALT)).toEqual(expected(SALT));
    expect(deriveKey(INPUT, purpose)).toEqual(expected(new Uint8Array(0)));
  });

  it('gives another key for each purpose, from the same input and salt', () => {
    const keys = PURPOSES.map(purpose => hexEncode(deriveKey(INPUT, purpose, SALT)));
    expect(new Set(keys).size).toBe(PURPOSES.length);
  });

  it('gives another key for each salt', () => {
    expect(deriveKey(INPUT, 'latchkey/v1/body', SALT)).not.toEqual(deriveKey(INPUT, 'latchkey/v1/body', INPUT));
  });
});

describe('authenticate', () => {
  it.each(HMAC_ROWS)('gives the tag of RFC 4231, $name', ({ key, message, tag }) => {
    expect(hexEncode(authenticate(hex(key), hex(message))).slice(0, tag.length)).toBe(tag);
  });

  it('is HMAC-SHA256', () => {
    const message = utf8Encode('all bytes before the MAC');
    expect(authenticate(INPUT, message)).toEqual(new Uint8Array(createHmac('sha256', INPUT).update(message).digest()));
  });
});
