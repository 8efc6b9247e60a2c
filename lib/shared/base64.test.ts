import { describe, expect, it } from 'vitest';
import { base64Decode, base64Encode } from './base64';
import { utf8Encode } from './bytes';

/** RFC 4648 section 10. */
const RFC_ROWS = [
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
] as const;

const REFUSED = [
  ['a missing pad', 'Zg'],
  ['one pad of two', 'Zg='],
  ['a pad too many', 'Zg==='],
  ['nothing but a pad', '===='],
  ['three pads', 'Z==='],
  ['a pad in the middle', 'Zg==Zg=='],
  ['a line break', 'Zm9v\nYmFy'],
  ['white space behind it', 'Zg== '],
  ['the URL alphabet', 'Zm-_'],
  ['a character outside ASCII', 'Zm9é'],
  ['half of a surrogate pair', 'Zm9\ud800'],
  ['spare bits that are set, one pad', 'Zm9='],
  ['spare bits that are set, two pads', 'Zh=='],
] as const;

describe('base64', () => {
  it.each(RFC_ROWS)('writes %j as %j', (text, encoded) => {
    expect(base64Encode(utf8Encode(text))).toBe(encoded);
  });

  it.each(RFC_ROWS)('reads %j back from %j', (text, encoded) => {
    expect(base64Decode(encoded)).toEqual(utf8Encode(text));
  });

  it('uses the two characters of the standard alphabet behind the digits', () => {
    expect(base64Encode(Uint8Array.of(0xfb, 0xff, 0xbf))).toBe('+/+/');
  });

  it.each(REFUSED)('refuses %s', (_, text) => {
    expect(base64Decode(text)).toBeNull();
  });
});
