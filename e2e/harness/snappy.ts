// Snappy's block format (https://github.com/google/snappy/blob/main/format_description.txt), which LevelDB compresses with.

/** A little-endian base-128 number at `at`, and where it ends. */
export function readVarint(bytes: Buffer, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let index = 0; index < 10; index++) {
    const byte = bytes.readUInt8(at + index);
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, end: at + index + 1 };
  }
  throw new Error('a number without an end');
}

/** A literal's length and where its bytes begin. Lengths from 60 on stand in one to four bytes behind the tag. */
function readLiteral(bytes: Buffer, at: number): { readonly length: number; readonly start: number } {
  const inTag = bytes.readUInt8(at) >> 2;
  if (inTag < 60) return { length: inTag + 1, start: at + 1 };
  const width = inTag - 59;
  return { length: bytes.readUIntLE(at + 1, width) + 1, start: at + 1 + width };
}

/** A copy's length, how far back it reaches, and where the next element begins. */
function readCopy(bytes: Buffer, at: number): { readonly length: number; readonly back: number; readonly end: number } {
  const tag = bytes.readUInt8(at);
  if ((tag & 3) === 1) {
    return { length: ((tag >> 2) & 7) + 4, back: ((tag >> 5) << 8) | bytes.readUInt8(at + 1), end: at + 2 };
  }
  const width = (tag & 3) === 2 ? 2 : 4;
  return { length: (tag >> 2) + 1, back: bytes.readUIntLE(at + 1, width), end: at + 1 + width };
}

/** What was compressed. Throws where the bytes are not Snappy's. */
export function decompressSnappy(bytes: Buffer): Buffer {
  const { value: length, end } = readVarint(bytes, 0);
  const content = Buffer.alloc(length);
  let [at, written] = [end, 0];
  while (at < bytes.length) {
    if ((bytes.readUInt8(at) & 3) === 0) {
      const literal = readLiteral(bytes, at);
      at = literal.start + literal.length;
      written += bytes.copy(content, written, literal.start, at);
    } else {
      const copy = readCopy(bytes, at);
      if (copy.back === 0 || copy.back > written) throw new Error('a copy from before the beginning');
      // Byte by byte: a copy may reach into what it is writing.
      for (let index = 0; index < copy.length; index++, written++) content[written] = content[written - copy.back] ?? 0;
      at = copy.end;
    }
  }
  if (written !== length) throw new Error('the length does not fit');
  return content;
}
