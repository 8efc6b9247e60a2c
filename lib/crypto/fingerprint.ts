import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, hexEncode, utf8Encode, wipe } from '../shared/bytes';

const PURPOSE = 'latchkey/v1/fingerprint';

/**
 * A secret's fingerprint, for a person to compare: 64 bits of SHA-256 in four groups, `1A2B-3C4D-5E6F-7A8B`. Made for
 * secrets of 128 bits and more, which nobody finds by trying.
 */
export function fingerprintOf(...parts: readonly string[]): string {
  // What is hashed begins with how long each part is, so that no two lists of parts read alike.
  const content = concatBytes(
    utf8Encode(`${PURPOSE}|${parts.map(({ length }) => length).join(',')}|${parts.join('')}`),
  );
  const digest = hexEncode(new Uint8Array(sha256(content).slice(0, 8))).toUpperCase();
  wipe(content);
  return digest.match(/.{4}/g)?.join('-') ?? '';
}
