import { describe, expect, it } from 'vitest';
import { hexEncode, utf8Encode } from '../shared/bytes';
import { decodeBase32, encodeBase32, readBase32 } from './base32';

/** RFC 4648 section 10. */
const RFC_4648 = [
  ['', ''],
  ['f', 'MY======'],
  ['fo', 'MZXQ===='],
  ['foo', 'MZXW6==='],
  ['foob', 'MZXW6YQ='],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI======'],
] as const;

const HELLO = '48656c6c6f21deadbeef';
const AS_PASTED = [
  ['lower case', 'jbswy3dpehpk3pxp', HELLO],
  ['mixed case', 'JbSwY3dPeHpK3pXp', HELLO],
  ['groups with spaces', 'JBSW Y3DP EHPK 3PXP', HELLO],
  ['groups with no-break spaces', 'JBSW\u00a0Y3DP\u00a0EHPK\u00a03PXP', HELLO],
  ['groups with dashes', 'jbsw-y3dp-ehpk-3pxp', HELLO],
  ['a line break inside', 'JBSWY3DP\r\nEHPK3PXP', HELLO],
  ['white space around it', ' JBSWY3DPEHPK3PXP\n', HELLO],
  ['padding that is not needed', 'JBSWY3DPEHPK3PXP====', HELLO],
  ['padding that is left out', 'MZXW6YTBOI', '666f6f626172'],
  ['one byte', 'AA', '00'],
  ['nothing but padding', '====', ''],
] as const;

const FOREIGN = [
  ['0, which looks like O', 'AAA0', '0', 4],
  ['1, which looks like I', 'GEZD1NBV', '1', 5],
  ['8', 'AAA8', '8', 4],
  ['9', 'AAA9', '9', 4],
  ['punctuation', 'AAA,', ',', 4],
  ['a position behind separators', ' JBSW Y3D!', '!', 10],
  ['padding in the middle', 'JBSWY3DP=EHPK3PXP', '=', 9],
  ['a Cyrillic lookalike', 'JBSWY3DPEHPK3PXІ', 'І (U+0406)', 16],
  ['full-width letters', 'ＪＢＳＷ', 'Ｊ (U+FF2A)', 1],
  ['the dotless i, which Unicode upper-cases to I', 'JBSWY3Dı', 'ı (U+0131)', 8],
  ['the long s, which Unicode upper-cases to S', 'JBSWY3Dſ', 'ſ (U+017F)', 8],
  ['a zero-width space', 'JBSWY3DP\u200b', 'U+200B', 9],
  ['NUL', 'JBSWY3DP\u0000', 'U+0000', 9],
  ['an emoji, counted as one', '😀1', '😀 (U+1F600)', 1],
  ['a character behind an emoji-free astral one', 'A\u{1d400}', '\u{1d400} (U+1D400)', 2],
  ['a lone surrogate', 'A\ud800', 'U+D800', 2],
] as const;

describe('decodeBase32', () => {
  it.each(RFC_4648)('reads the RFC 4648 row for "%s"', (ascii, base32) => {
    expect(decodeBase32(base32)).toEqual({ ok: true, value: utf8Encode(ascii) });
  });

  it.each(AS_PASTED)('reads %s', (_why, text, hex) => {
    const decoded = decodeBase32(text);
    expect(decoded.ok && hexEncode(decoded.value)).toBe(hex);
  });

  it.each(FOREIGN)('names %s and where it stands', (_why, text, character, position) => {
    expect(decodeBase32(text)).toEqual({ ok: false, error: { code: 'base32-character', character, position } });
  });

  it.each([1, 3, 6, 9, 11, 14])('refuses %i characters, which no bytes encode to', length => {
    expect(decodeBase32('A'.repeat(length))).toEqual({ ok: false, error: { code: 'base32-length', length } });
  });

  it.each(['AB', 'AAAB', 'AAAAB', 'AAAAAAB'])('refuses the spare bits at the end of %s', text => {
    expect(decodeBase32(text)).toEqual({ ok: false, error: { code: 'base32-spare-bits' } });
  });
});

describe('readBase32', () => {
  it('drops spare bits and tells how they read', () => {
    expect(readBase32('ABCDEFG')).toEqual({
      ok: true,
      value: { bytes: new Uint8Array([0x00, 0x44, 0x32, 0x14]), spareBits: 0b110 },
    });
  });
});

describe('encodeBase32', () => {
  it.each(RFC_4648)('writes the RFC 4648 row for "%s" without its padding', (ascii, base32) => {
    expect(encodeBase32(utf8Encode(ascii))).toBe(base32.replaceAll('=', ''));
  });
});
