import type { Bytes } from '../shared/bytes';

const STEP = 4_096;
const LAST_STEPPED_LENGTH = 65_536;
const LENGTH_PREFIX = 4;

/**
 * The length that a content of `length` bytes is padded to: whole 4 KiB steps up to 64 KiB, then Padme (Nikitin et al.,
 * PETS 2019), which adds at most 12 %. A stored size then says next to nothing about the number of entries.
 */
export function paddedLength(length: number): number {
  if (length <= LAST_STEPPED_LENGTH) return Math.max(STEP, Math.ceil(length / STEP) * STEP);
  const exponent = Math.floor(Math.log2(length));
  const significantBits = Math.floor(Math.log2(exponent)) + 1;
  const quantum = 2 ** (exponent - significantBits);
  return Math.ceil(length / quantum) * quantum;
}

/** Content behind a big-endian u32 of its length, zero-filled to {@link paddedLength}. */
export function pad(content: Uint8Array): Bytes {
  const padded = new Uint8Array(paddedLength(content.length + LENGTH_PREFIX));
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, LENGTH_PREFIX);
  return padded;
}

/** The content, or null where length, filling or padded length is not exactly what {@link pad} makes. */
export function unpad(padded: Bytes): Bytes | null {
  if (padded.length < LENGTH_PREFIX) return null;
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  const end = LENGTH_PREFIX + length;
  if (end > padded.length || paddedLength(end) !== padded.length) return null;
  return padded.subarray(end).every(byte => byte === 0) ? padded.slice(LENGTH_PREFIX, end) : null;
}
