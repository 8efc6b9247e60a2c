import type { Bytes } from '../shared/bytes';

/** Big-endian unsigned integers, as every number in the envelope is written. */
export function u8(value: number): Bytes {
  return Uint8Array.of(value);
}

export function u16(value: number): Bytes {
  const bytes = new Uint8Array(2);
  new DataView(bytes.buffer).setUint16(0, value);
  return bytes;
}

export function u32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** A u64 from a safe integer: generations count saves, and 2^53 of them will not happen. */
export function u64(value: number): Bytes {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

/**
 * Reads fields off the front of untrusted bytes. Every method returns null once the bytes do not reach, and from then
 * on always: a parser may read on and check once, and no length from the file is ever allocated before it was compared.
 */
export class ByteReader {
  readonly #bytes: Bytes;
  #offset = 0;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  /** How many bytes were read so far. */
  get offset(): number {
    return this.#offset;
  }

  /** How many bytes are left. */
  get remaining(): number {
    return this.#bytes.length - this.#offset;
  }

  take(length: number): Bytes | null {
    if (length > this.remaining) {
      this.#offset = this.#bytes.length + 1;
      return null;
    }
    this.#offset += length;
    return this.#bytes.slice(this.#offset - length, this.#offset);
  }

  u8(): number | null {
    return this.take(1)?.[0] ?? null;
  }

  u16(): number | null {
    const bytes = this.take(2);
    return bytes && new DataView(bytes.buffer).getUint16(0);
  }

  u32(): number | null {
    const bytes = this.take(4);
    return bytes && new DataView(bytes.buffer).getUint32(0);
  }

  /** A u64 that is a safe integer; null otherwise. */
  u64(): number | null {
    const bytes = this.take(8);
    const value = bytes && Number(new DataView(bytes.buffer).getBigUint64(0));
    return Number.isSafeInteger(value) ? value : null;
  }
}
