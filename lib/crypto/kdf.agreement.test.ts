import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import { argon2id } from 'hash-wasm';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '../shared/bytes';
import { hexDecode, hexEncode } from '../shared/bytes';
import { derivePasswordKey, KDF_FLOOR } from './kdf';
import { RFC_9106_EXAMPLE } from './kdf.cases';

function hex(text: string): Bytes {
  const bytes = hexDecode(text);
  if (bytes === null) throw new Error('not hexadecimal');
  return bytes;
}

const { parameters, associated, tag } = RFC_9106_EXAMPLE;
const [password, salt, key] = [
  hex(RFC_9106_EXAMPLE.password),
  hex(RFC_9106_EXAMPLE.salt),
  hex(RFC_9106_EXAMPLE.secret),
];
const COSTS = { t: parameters.iterations, m: parameters.memoryKib, p: parameters.parallelism, dkLen: 32, key };

describe('the example of RFC 9106, whose associated data hash-wasm does not take', () => {
  it('comes out of a second implementation', () => {
    expect(hexEncode(nobleArgon2id(password, salt, { ...COSTS, personalization: hex(associated) }))).toBe(tag);
  });

  it('comes out of both as the same once it has no associated data', async () => {
    const ours = await argon2id({
      password,
      salt,
      secret: key,
      memorySize: parameters.memoryKib,
      iterations: parameters.iterations,
      parallelism: parameters.parallelism,
      hashLength: 32,
      outputType: 'hex',
    });
    expect(ours).toBe(hexEncode(nobleArgon2id(password, salt, COSTS)));
  });
});

it('a password at the floor gives the same key by both implementations', async () => {
  const { iterations: t, memoryKib: m, parallelism: p } = KDF_FLOOR;
  const ours = await derivePasswordKey('correct horse', salt, KDF_FLOOR);
  expect(hexEncode(ours)).toBe(hexEncode(nobleArgon2id('correct horse', salt, { t, m, p, dkLen: 32 })));
});
