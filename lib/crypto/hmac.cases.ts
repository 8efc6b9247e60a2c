import { hexEncode, utf8Encode } from '../shared/bytes';

/** Hexadecimal, all of it. A tag may be shorter than what HMAC-SHA256 gives: it is its beginning then. */
export type HmacRow = { readonly name: string; readonly key: string; readonly message: string; readonly tag: string };

const hexOf = (text: string) => hexEncode(utf8Encode(text));
const COUNTING = hexEncode(Uint8Array.from({ length: 25 }, (_, index) => index + 1));
const LONG_KEY = 'aa'.repeat(131);

/** RFC 4231, section 4.2 to 4.8. */
export const HMAC_ROWS: readonly HmacRow[] = [
  {
    name: 'case 1',
    key: '0b'.repeat(20),
    message: hexOf('Hi There'),
    tag: 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  },
  {
    name: 'case 2',
    key: hexOf('Jefe'),
    message: hexOf('what do ya want for nothing?'),
    tag: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  },
  {
    name: 'case 3',
    key: 'aa'.repeat(20),
    message: 'dd'.repeat(50),
    tag: '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
  },
  {
    name: 'case 4',
    key: COUNTING,
    message: 'cd'.repeat(50),
    tag: '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
  },
  {
    name: 'case 5, cut to 128 bits',
    key: '0c'.repeat(20),
    message: hexOf('Test With Truncation'),
    tag: 'a3b6167473100ee06e0c796c2955552b',
  },
  {
    name: 'case 6, a key longer than a block',
    key: LONG_KEY,
    message: hexOf('Test Using Larger Than Block-Size Key - Hash Key First'),
    tag: '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  },
  {
    name: 'case 7, key and message longer than a block',
    key: LONG_KEY,
    message: hexOf(
      'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
    ),
    tag: '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
  },
];
