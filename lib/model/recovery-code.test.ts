import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hexEncode } from '../shared/bytes';
import { createRepeatableRandom } from '../shared/random.testing';
import type { RecoveryCodeFailure } from './recovery-code';
import {
  chooseGroups,
  formatRecoveryCode,
  groupsOf,
  isSameGroup,
  parseRecoveryCode,
  RECOVERY_CODE_BYTES,
} from './recovery-code';

/** The worked example of docs/vault-format.md. */
const CODE = Uint8Array.from({ length: 16 }, (_, index) => 0xa0 + index);
const TEXT = 'M2GT-58X4-MPKA-FA59-NANT-SBDE-NYS2-A93F';
const ALPHABET = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');

const random = createRepeatableRandom(3);
const SAMPLES = [
  CODE,
  new Uint8Array(16),
  new Uint8Array(16).fill(255),
  ...Array.from({ length: 20 }, () => random(16)),
].map(code => [formatRecoveryCode(code)]);

const arbitraryCode = fc.uint8Array({ minLength: RECOVERY_CODE_BYTES, maxLength: RECOVERY_CODE_BYTES });

function read(text: string) {
  const parsed = parseRecoveryCode(text);
  return parsed.ok ? Array.from(parsed.value) : parsed.error;
}

/** The text with one character in the place of another; places are counted without dashes. */
function replaceAt(text: string, place: number, character: string): string {
  const bare = text.replaceAll('-', '');
  return bare.slice(0, place) + character + bare.slice(place + 1);
}

describe('formatRecoveryCode', () => {
  it('writes the worked example of the format’s page', () => {
    expect(formatRecoveryCode(CODE)).toBe(TEXT);
    const page = readFileSync(new URL('../../docs/vault-format.md', import.meta.url), 'utf8');
    expect(page).toContain(TEXT);
    expect(page).toContain(hexEncode(CODE));
    expect(page).toContain(crc32(CODE).toString(16));
  });

  it('writes eight groups of four characters that no one mistakes for others', () => {
    fc.assert(
      fc.property(arbitraryCode, code => {
        expect(formatRecoveryCode(code)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){7}$/);
      }),
    );
  });

  it('is for 16 bytes only', () => {
    expect(() => formatRecoveryCode(new Uint8Array(15))).toThrow(RangeError);
  });

  it('ends in the CRC-32 that everybody else computes', () => {
    fc.assert(
      fc.property(arbitraryCode, code => {
        const values = Array.from(formatRecoveryCode(code).replaceAll('-', ''), letter => ALPHABET.indexOf(letter));
        const bits = values.map(value => value.toString(2).padStart(5, '0')).join('');
        expect(Number.parseInt(bits.slice(128), 2)).toBe(crc32(code));
      }),
    );
  });
});

describe('parseRecoveryCode', () => {
  it('reads back every code that there can be', () => {
    fc.assert(
      fc.property(arbitraryCode, code => {
        expect(read(formatRecoveryCode(code))).toEqual(Array.from(code));
      }),
    );
  });

  it.each([
    ['small letters', TEXT.toLowerCase()],
    ['no dashes', TEXT.replaceAll('-', '')],
    ['spaces for dashes', TEXT.replaceAll('-', ' ')],
    ['two lines and a tab', `\t${TEXT.slice(0, 20)}\r\n${TEXT.slice(20)}\n`],
    ['dashes of other lengths', TEXT.replaceAll('-', '–').replace('–', '—').replace('–', '‑').replace('–', '−')],
    ['a next line of old mainframes', TEXT.replaceAll('-', '\u0085')],
    ['a soft hyphen and a space without width', `${TEXT.slice(0, 6)}\u00ad\u200b${TEXT.slice(6)}`],
    ['a space that does not break and a byte order mark', `\ufeff${TEXT.replace('-', '\u00a0')}`],
  ])('takes %s', (_, text) => {
    expect(read(text)).toEqual(Array.from(CODE));
  });

  it.each(['O', 'o'])('takes %s for a zero', letter => {
    const zeros = formatRecoveryCode(new Uint8Array(16));
    expect(read(zeros.replaceAll('0', letter))).toEqual(Array.from(new Uint8Array(16)));
  });

  it.each(['I', 'i', 'L', 'l'])('takes %s for a one', letter => {
    const code = Uint8Array.from({ length: 16 }, () => 0b00001_000);
    expect(formatRecoveryCode(code)).toContain('1');
    expect(read(formatRecoveryCode(code).replaceAll('1', letter))).toEqual(Array.from(code));
  });

  it.each<[string, string, RecoveryCodeFailure]>([
    ['nothing', '', { code: 'recovery-code-empty' }],
    ['white space and dashes alone', ' --\n', { code: 'recovery-code-empty' }],
    ['a character too few', TEXT.slice(1), { code: 'recovery-code-length', length: 31 }],
    ['a character too many', `${TEXT}0`, { code: 'recovery-code-length', length: 33 }],
    ['two codes', TEXT + TEXT, { code: 'recovery-code-length', length: 64 }],
    ['zeros all the way', '0'.repeat(32), { code: 'recovery-code-checksum' }],
    ['two groups that changed places', swapGroups(TEXT, 1, 2), { code: 'recovery-code-checksum' }],
    ['a U', TEXT.replace('M', 'U'), { code: 'recovery-code-character', character: 'U', position: 1 }],
    ['a sign', TEXT.replace('58', '5*'), { code: 'recovery-code-character', character: '*', position: 7 }],
    [
      'a letter of another alphabet that looks right',
      TEXT.replace('A', 'А'),
      { code: 'recovery-code-character', character: 'А (U+0410)', position: 14 },
    ],
    [
      'a letter that Unicode folds into another',
      TEXT.replace('S', '\u017f'),
      { code: 'recovery-code-character', character: '\u017f (U+017F)', position: 26 },
    ],
    [
      'an emoji, which counts as one, behind another',
      ` 😀😀${TEXT}`,
      { code: 'recovery-code-character', character: '😀 (U+1F600)', position: 2 },
    ],
  ])('refuses %s', (_, text, failure) => {
    expect(read(text)).toEqual(failure);
  });

  it.each(SAMPLES)('finds every single wrong character in %s', text => {
    for (let place = 0; place < 32; place++) {
      for (const character of ALPHABET) {
        const typed = replaceAt(text, place, character);
        if (typed !== text.replaceAll('-', '')) expect(read(typed)).toEqual({ code: 'recovery-code-checksum' });
      }
    }
  });

  it.each(SAMPLES)('finds every two neighbours that changed places in %s', text => {
    const bare = text.replaceAll('-', '');
    for (let place = 0; place < 31; place++) {
      const [left = '', right = ''] = bare.slice(place, place + 2);
      const typed = replaceAt(replaceAt(text, place, right), place + 1, left);
      if (typed !== bare) expect(read(typed)).toEqual({ code: 'recovery-code-checksum' });
    }
  });

  it('finds up to three wrong characters, wherever they stand', () => {
    const slip = fc.tuple(fc.nat(31), fc.constantFrom(...ALPHABET));
    fc.assert(
      fc.property(arbitraryCode, fc.array(slip, { minLength: 1, maxLength: 3 }), (code, slips) => {
        const text = formatRecoveryCode(code);
        const typed = slips.reduce((result, [place, character]) => replaceAt(result, place, character), text);
        fc.pre(typed !== text.replaceAll('-', ''));
        expect(read(typed)).toEqual({ code: 'recovery-code-checksum' });
      }),
    );
  });

  it('finds a group that was taken for another one', () => {
    const group = fc
      .array(fc.constantFrom(...ALPHABET), { minLength: 4, maxLength: 4 })
      .map(letters => letters.join(''));
    fc.assert(
      fc.property(arbitraryCode, fc.nat(7), group, (code, index, other) => {
        const groups = groupsOf(formatRecoveryCode(code));
        fc.pre(groups[index] !== other);
        expect(read(groups.with(index, other).join('-'))).toEqual({ code: 'recovery-code-checksum' });
      }),
    );
  });

  it('answers any text, quotes at most one character of it, and never one that belongs in a code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), text => {
        const parsed = parseRecoveryCode(text);
        if (parsed.ok || parsed.error.code !== 'recovery-code-character') return;
        expect(parsed.error.character).toMatch(/^(?:[^0-9A-TV-Za-tv-z]|. \(U\+[0-9A-F]{4,6}\)|U\+[0-9A-F]{4,6})$/su);
      }),
    );
  });
});

describe('typing two groups back', () => {
  it('cuts a code into its eight groups', () => {
    expect(groupsOf(TEXT)).toEqual(['M2GT', '58X4', 'MPKA', 'FA59', 'NANT', 'SBDE', 'NYS2', 'A93F']);
  });

  it('asks for one group of each half, and for every pair of them equally often', () => {
    const counts = new Map<string, number>();
    for (let number = 0; number < 65_536; number++) {
      const pair = chooseGroups(() => Uint8Array.of(number >> 8, number & 255)).join(' and ');
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    const pairs = [0, 1, 2, 3].flatMap(first => [4, 5, 6, 7].map(second => `${first} and ${second}`));
    expect(counts).toEqual(new Map(pairs.map(pair => [pair, 4_096])));
  });

  it.each([
    ['as it stands', '1A0B', true],
    ['in small letters', '1a0b', true],
    ['with its lookalikes', 'lAoB', true],
    ['with white space and a dash', ' 1A-0B ', true],
    ['with another character', '1A0C', false],
    ['with two that changed places', 'A10B', false],
    ['cut short', '1A0', false],
    ['with one too many', '1A0B0', false],
    ['as nothing', '', false],
    ['with a character that belongs in no code', '1A0U', false],
  ])('compares a group typed %s', (_, typed, isSame) => {
    expect(isSameGroup(typed, '1A0B')).toBe(isSame);
  });
});

function swapGroups(text: string, left: number, right: number): string {
  const groups = groupsOf(text);
  return groups
    .with(left, groups[right] ?? '')
    .with(right, groups[left] ?? '')
    .join('-');
}
