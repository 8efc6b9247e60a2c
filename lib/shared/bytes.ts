/** Bytes of our own: never shared memory, so they can be handed to every browser API. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Where randomness comes from: `byteCount` bytes from a CSPRNG, or fixed ones in a test. */
export type RandomBytes = (byteCount: number) => Bytes;

const encoder = new TextEncoder();
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 of a text. Lone surrogates become U+FFFD, as the encoding standard says. */
export function utf8Encode(text: string): Bytes {
  return encoder.encode(text);
}

/** The text of UTF-8 bytes, or null where they are not well-formed UTF-8. */
export function utf8Decode(bytes: Uint8Array): string | null {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return null;
  }
}

/** One array with the bytes of all, in order. */
export function concatBytes(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Whether both hold the same bytes, in a time that depends on the length only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let index = 0; index < a.length; index++) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
  return difference === 0;
}

/** Overwrites bytes that the caller owns. Best effort: a garbage collector may have copied them before. */
export function wipe(...owned: readonly Uint8Array[]): void {
  for (const bytes of owned) bytes.fill(0);
}

/** Lower-case hexadecimal. */
export function hexEncode(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes of lower-case hexadecimal, or null where the text is anything else. */
export function hexDecode(text: string): Bytes | null {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return null;
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
  );
}
