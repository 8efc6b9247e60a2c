/** The width and height that a picture says it has, in pixels. */
export type PictureSize = { readonly width: number; readonly height: number };

type Bytes = Uint8Array;

const ascii = (bytes: Bytes, from: number, text: string) =>
  Array.from(text).every((character, index) => bytes[from + index] === character.charCodeAt(0));
const big = (bytes: Bytes, at: number, count: number) =>
  Array.from({ length: count }, (_, index) => bytes[at + index] ?? 0).reduce((sum, byte) => sum * 256 + byte, 0);
const little = (bytes: Bytes, at: number, count: number) =>
  Array.from({ length: count }, (_, index) => bytes[at + count - 1 - index] ?? 0).reduce(
    (sum, byte) => sum * 256 + byte,
    0,
  );

/**
 * The size of a PNG, JPEG, GIF or WebP picture, from its beginning; null for anything else. Asked before a browser decodes
 * it: a few hundred bytes can stand for a picture that fills the memory.
 */
export function readPictureSize(bytes: Bytes): PictureSize | null {
  if (bytes.length < 24) return null;
  if (ascii(bytes, 1, 'PNG\r\n\x1a\n') && bytes[0] === 0x89) {
    return { width: big(bytes, 16, 4), height: big(bytes, 20, 4) };
  }
  if (ascii(bytes, 0, 'GIF8')) return { width: little(bytes, 6, 2), height: little(bytes, 8, 2) };
  if (ascii(bytes, 0, 'RIFF') && ascii(bytes, 8, 'WEBP')) return readWebp(bytes);
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? readJpeg(bytes) : null;
}

function readWebp(bytes: Bytes): PictureSize | null {
  if (bytes.length < 30) return null;
  if (ascii(bytes, 12, 'VP8X')) return { width: little(bytes, 24, 3) + 1, height: little(bytes, 27, 3) + 1 };
  if (ascii(bytes, 12, 'VP8L')) {
    const packed = little(bytes, 21, 4);
    return { width: (packed % 0x4000) + 1, height: (Math.floor(packed / 0x4000) % 0x4000) + 1 };
  }
  if (!ascii(bytes, 12, 'VP8 ')) return null;
  return { width: little(bytes, 26, 2) % 0x4000, height: little(bytes, 28, 2) % 0x4000 };
}

/** Goes from segment to segment up to the frame header, which has the size. */
function readJpeg(bytes: Bytes): PictureSize | null {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: big(bytes, at + 7, 2), height: big(bytes, at + 5, 2) };
    // A byte of filling, or a segment with its length.
    at += marker === 0xff ? 1 : 2 + Math.max(2, big(bytes, at + 2, 2));
  }
  return null;
}
