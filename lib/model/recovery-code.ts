import type { Bytes, RandomBytes } from '../shared/bytes';
import { concatBytes, equalBytes, hexDecode, hexEncode } from '../shared/bytes';
import { describeCharacter } from '../shared/describe-character';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';

/** A recovery code is 16 random bytes: 128 bits, beyond any guessing, so that it needs no slow derivation. */
export const RECOVERY_CODE_BYTES = 16;

/**
 * Why a text is no recovery code.
 * - `recovery-code-character`: a character that stands for none of the 32, with its place counted from 1 in the text as
 *   it was typed.
 * - `recovery-code-length`: `length` characters, white space and dashes aside, instead of 32.
 * - `recovery-code-checksum`: 32 characters that are not what was written down.
 */
export type RecoveryCodeFailure =
  | { readonly code: 'recovery-code-empty' | 'recovery-code-checksum' }
  | { readonly code: 'recovery-code-character'; readonly character: string; readonly position: number }
  | { readonly code: 'recovery-code-length'; readonly length: number };

/** Crockford's base32: no I, L and O, which read as 1 and 0, and no U, so that chance writes fewer words. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

// Both cases stand in the table, so nothing is ever upper-cased: Unicode would turn ı (U+0131) into I and ſ (U+017F) into S.
const VALUES: ReadonlyMap<string, number> = new Map([
  ...Array.from(ALPHABET + ALPHABET.toLowerCase(), (character, index) => [character, index % 32] as const),
  ...Array.from('Oo', character => [character, 0] as const),
  ...Array.from('IiLl', character => [character, 1] as const),
]);

/** What stands between groups on paper, on screens and in mails: white space, dashes, the minus, what has no width. */
const SEPARATOR = /^[\p{White_Space}\p{Dash_Punctuation}\u2212\u00ad\u200b\u2060\ufeff]$/u;

const CHECKSUM_BYTES = 4;
const GROUP_CHARACTERS = 4;
/** 20 bytes of 8 bits are 32 characters of 5, with no bit to spare. */
const CHARACTERS = ((RECOVERY_CODE_BYTES + CHECKSUM_BYTES) * 8) / 5;
const GROUPS = CHARACTERS / GROUP_CHARACTERS;

/**
 * The code as a person keeps it (docs/vault-format.md): eight groups of four characters joined by `-`.
 * The code must be {@link RECOVERY_CODE_BYTES} long.
 */
export function formatRecoveryCode(code: Bytes): string {
  if (code.length !== RECOVERY_CODE_BYTES) throw new RangeError(`code: not ${RECOVERY_CODE_BYTES} bytes`);
  const digits = BigInt(`0x${hexEncode(concatBytes(code, checksumOf(code)))}`).toString(32);
  const characters = Array.from(digits.padStart(CHARACTERS, '0'), digit => ALPHABET.charAt(Number.parseInt(digit, 32)));
  return Array.from({ length: GROUPS }, (_, index) =>
    characters.slice(index * GROUP_CHARACTERS, (index + 1) * GROUP_CHARACTERS).join(''),
  ).join('-');
}

/**
 * The bytes of a code as a person types it: either case, O for 0, I and L for 1, white space and dashes anywhere or
 * nowhere. Up to three wrong characters, two that changed places, and anything within six neighbouring characters are
 * always found; of all else one in 2^32 slips through.
 */
export function parseRecoveryCode(text: string): Result<Bytes, RecoveryCodeFailure> {
  const read = readValues(text);
  if (!read.ok) return read;
  const { length } = read.value;
  if (length === 0) return err({ code: 'recovery-code-empty' });
  if (length !== CHARACTERS) return err({ code: 'recovery-code-length', length });
  const bytes = packValues(read.value);
  const code = bytes.slice(0, RECOVERY_CODE_BYTES);
  if (!equalBytes(checksumOf(code), bytes.subarray(RECOVERY_CODE_BYTES)))
    return err({ code: 'recovery-code-checksum' });
  return ok(code);
}

/** The groups of a code that {@link formatRecoveryCode} wrote, in order. */
export function groupsOf(text: string): readonly string[] {
  return text.split('-');
}

/**
 * Which two groups a person types back, by index from 0 and ascending: one of each half, so that nobody passes with only
 * one line written down. 4 divides 256, so a remainder favours none.
 */
export function chooseGroups(random: RandomBytes): readonly [number, number] {
  const [first = 0, second = 0] = random(2);
  const half = GROUPS / 2;
  return [first % half, half + (second % half)];
}

/** Whether what was typed is this group, read as tolerantly as {@link parseRecoveryCode} reads a whole code. */
export function isSameGroup(typed: string, group: string): boolean {
  const [left, right] = [readValues(typed), readValues(group)];
  return left.ok && right.ok && left.value.join() === right.value.join();
}

function readValues(text: string): Result<readonly number[], RecoveryCodeFailure> {
  const values: number[] = [];
  for (const [index, character] of Array.from(text).entries()) {
    if (SEPARATOR.test(character)) continue;
    const value = VALUES.get(character);
    if (value === undefined) {
      const position = index + 1;
      return err({ code: 'recovery-code-character', character: describeCharacter(character), position });
    }
    values.push(value);
  }
  return ok(values);
}

/** The bytes of as many 5-bit values as fill them exactly. */
function packValues(values: readonly number[]): Bytes {
  const number = values.reduce((sum, value) => sum * 32n + BigInt(value), 0n);
  const hex = number.toString(16).padStart((values.length * 5) / 4, '0');
  return hexDecode(hex) ?? new Uint8Array(0);
}

/**
 * CRC-32 as in zip, gzip and PNG, big-endian. A plain checksum is enough: it guards against slips of the pen, and whoever
 * can forge it has the code.
 */
function checksumOf(bytes: Bytes): Bytes {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  const checksum = new Uint8Array(CHECKSUM_BYTES);
  new DataView(checksum.buffer).setUint32(0, ~crc >>> 0);
  return checksum;
}
