import type { Bytes } from '../shared/bytes';
import { hexDecode, utf8Encode } from '../shared/bytes';

function hex(text: string): Bytes {
  const bytes = hexDecode(text.replaceAll(/\s/gu, ''));
  if (bytes === null) throw new Error('not hexadecimal');
  return bytes;
}

/** draft-irtf-cfrg-xchacha-03, appendix A.3.1. The ciphertext ends with its tag. */
export const XCHACHA_EXAMPLE = {
  key: hex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f'),
  nonce: hex('404142434445464748494a4b4c4d4e4f5051525354555657'),
  associated: hex('50515253c0c1c2c3c4c5c6c7'),
  plaintext: utf8Encode(
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
  ),
  ciphertext: hex(`
    bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb
    731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452
    2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9
    21f9664c97637da9768812f615c68b13b52e
    c0875924c1c7987947deafd8780acf49`),
};

/** The same bytes, but for one bit. */
export function flip(bytes: Bytes, place: number): Bytes {
  return Uint8Array.from(bytes, (byte, index) => (index === place ? byte ^ 1 : byte));
}
