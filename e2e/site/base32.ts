const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Encodes bytes as RFC 4648 base32 without padding. */
export function encodeBase32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  let text = '';
  for (let start = 0; start < bits.length; start += 5) {
    text += ALPHABET.charAt(Number.parseInt(bits.slice(start, start + 5).padEnd(5, '0'), 2));
  }
  return text;
}

/** Decodes unpadded upper-case base32. Throws a RangeError on anything else. */
export function decodeBase32(text: string): Uint8Array {
  let bits = '';
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError(`not a base32 character: ${character}`);
    bits += value.toString(2).padStart(5, '0');
  }
  const bytes = new Uint8Array(Math.floor(bits.length / 8));
  for (const index of bytes.keys()) bytes[index] = Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2);
  return bytes;
}
