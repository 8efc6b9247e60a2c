import { createHmac, hkdfSync } from 'node:crypto';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { hexDecode, hexEncode, utf8Encode } from '../shared/bytes';
import type { KeyPurpose } from './hkdf';
import { authenticate, deriveKey } from './hkdf';

const INPUT = Uint8Array.from({ length: 32 }, (_, index) => index);
const SALT = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
const PURPOSES: readonly KeyPurpose[] = [
  'latchkey/v1/header-mac',
  'latchkey/v1/body',
  'latchkey/v1/passkey-kek',
  'latchkey/v1/recovery-kek',
];

/** The bytes from one number to another, both included: how RFC 5869 writes the inputs of its second case. */
function range(first: number, last: number): string {
  return hexEncode(Uint8Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

/** RFC 5869, appendix A.1 to A.3. */
const RFC_CASES = [
  {
    name: 'A.1',
    input: '0b'.repeat(22),
    salt: range(0x00, 0x0c),
    info: range(0xf0, 0xf9),
    output: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  },
  {
    name: 'A.2',
    input: range(0x00, 0x4f),
    salt: range(0x60, 0xaf),
    info: range(0xb0, 0xff),
    output:
      'b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87',
  },
  {
    name: 'A.3',
    input: '0b'.repeat(22),
    salt: '',
    info: '',
    output: '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
  },
] as const;

function hex(text: string): Uint8Array {
  return hexDecode(text) ?? new Uint8Array(0);
}

describe('HKDF-SHA256', () => {
  it.each(RFC_CASES)('gives the output of RFC 5869 $name', ({ input, salt, info, output }) => {
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
  it('is HMAC-SHA256', () => {
    const message = utf8Encode('all bytes before the MAC');
    expect(authenticate(INPUT, message)).toEqual(new Uint8Array(createHmac('sha256', INPUT).update(message).digest()));
  });
});
