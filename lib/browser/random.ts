import type { RandomBytes } from '../shared/bytes';
import { hexEncode } from '../shared/bytes';

/** Bytes of the browser's CSPRNG. */
export const randomBytes: RandomBytes = byteCount => crypto.getRandomValues(new Uint8Array(byteCount));

/** A random id of 128 bits, in hexadecimal. */
export function makeId(): string {
  return hexEncode(randomBytes(16));
}
