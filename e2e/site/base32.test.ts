import { expect, it } from 'vitest';
import { decodeBase32, encodeBase32 } from './base32';

// RFC 4648, section 10, without padding.
it.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('agrees with RFC 4648 on %j', (text, encoded) => {
  expect(encodeBase32(Buffer.from(text))).toBe(encoded);
  expect(Buffer.from(decodeBase32(encoded)).toString()).toBe(text);
});

it('names the character it cannot read', () => {
  expect(() => decodeBase32('MZX0')).toThrow('not a base32 character: 0');
});
