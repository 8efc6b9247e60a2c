import type { Bytes } from '../shared/bytes';
import { describeCharacter } from '../shared/describe-character';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';

/** RFC 4648 section 6. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

// Both cases stand in the table, so nothing is ever upper-cased: Unicode would turn ı (U+0131) into I and ſ (U+017F) into S.
const VALUES = new Map(Array.from(`${ALPHABET}${ALPHABET.toLowerCase()}`, (letter, index) => [letter, index % 32]));

/** What set-up pages put between groups, and what a copy brings along: white space, the no-break space, dashes. */
const SEPARATOR = /^[ \t\r\n\u00a0-]$/;

/** Why a text is not base32 at all. */
export type Base32ReadFailure =
  /** A foreign character, or a `=` with more behind it. `position` counts characters from 1 in the text as given. */
  | { readonly code: 'base32-character'; readonly character: string; readonly position: number }
  /** 1, 3 or 6 characters beyond a multiple of 8: no number of bytes encodes to that, so one is missing or too many. */
  | { readonly code: 'base32-length'; readonly length: number };

/** Why a text is not the base32 of any bytes. */
export type Base32Failure =
  | Base32ReadFailure
  /** The last character carries bits that belong to no byte: often a text that was cut short. */
  | { readonly code: 'base32-spare-bits' };

/** Bytes, and the bits that were left over behind the last of them: 0 in everything an encoder writes. */
export type Base32Reading = { readonly bytes: Bytes; readonly spareBits: number };

/**
 * The bytes of base32 as a person pastes it: either case, separators anywhere, `=` at the end or left out (it carries
 * nothing, so how many there are does not matter). Everything else is refused. An empty text is no bytes (RFC 4648
 * section 10); whoever needs a key checks for that.
 */
export function decodeBase32(text: string): Result<Bytes, Base32Failure> {
  const read = readBase32(text);
  if (!read.ok) return read;
  return read.value.spareBits === 0 ? ok(read.value.bytes) : err({ code: 'base32-spare-bits' });
}

/**
 * Like {@link decodeBase32}, but spare bits are reported instead of refused. For secrets: real issuers hand out random
 * texts cut to a length, and every authenticator app reads those by ignoring the rest.
 */
export function readBase32(text: string): Result<Base32Reading, Base32ReadFailure> {
  const values: number[] = [];
  let paddingAt = 0;
  let position = 0;
  for (const character of text) {
    position++;
    if (SEPARATOR.test(character)) continue;
    if (character === '=') {
      paddingAt ||= position;
      continue;
    }
    if (paddingAt > 0) return err({ code: 'base32-character', character: '=', position: paddingAt });
    const value = VALUES.get(character);
    if (value === undefined) {
      return err({ code: 'base32-character', character: describeCharacter(character), position });
    }
    values.push(value);
  }
  if ([1, 3, 6].includes(values.length % 8)) return err({ code: 'base32-length', length: values.length });
  return ok(packFiveBitValues(values));
}

/** Base32 in upper case without padding: the one canonical text of these bytes, as the Key URI format wants it. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bitCount = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bitCount += 8;
    while (bitCount >= 5) {
      bitCount -= 5;
      text += ALPHABET.charAt((buffer >> bitCount) & 31);
    }
    buffer &= (1 << bitCount) - 1;
  }
  return bitCount > 0 ? text + ALPHABET.charAt((buffer << (5 - bitCount)) & 31) : text;
}

function packFiveBitValues(values: readonly number[]): Base32Reading {
  const bytes = new Uint8Array(Math.floor((values.length * 5) / 8));
  let offset = 0;
  let buffer = 0;
  let bitCount = 0;
  for (const value of values) {
    buffer = (buffer << 5) | value;
    bitCount += 5;
    if (bitCount >= 8) {
      bitCount -= 8;
      bytes[offset++] = buffer >> bitCount;
      buffer &= (1 << bitCount) - 1;
    }
  }
  return { bytes, spareBits: buffer };
}
