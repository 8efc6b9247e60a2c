import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeCharacter } from '../shared/describe-character';
import type { ApiKey, ApiKeyFailure } from './api-key';
import { maskApiKey, parseApiKey } from './api-key';

const HEX = '0123456789abcdef'.repeat(4);

function read(text: string) {
  const parsed = parseApiKey(text);
  return parsed.ok ? { ...parsed.value, key: parsed.value.key.reveal() } : parsed.error;
}

function parsed(text: string): ApiKey {
  const result = parseApiKey(text);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.key;
}

describe('parseApiKey', () => {
  it.each([
    ['a key of the dashboard', `pgp_${HEX}`, 'dashboard'],
    ['a bare key, as the help page shows it', HEX, 'dashboard'],
    ['a key in capitals', HEX.toUpperCase(), 'dashboard'],
    ['a live key of the signing product', `psk_live_${HEX}`, 'signing'],
    ['a test key of the signing product', `psk_test_${HEX}`, 'signing'],
  ])('takes %s to the letter', (_, text, kind) => {
    expect(read(text)).toEqual({ key: text, kind, trimmed: false });
  });

  it.each([
    ['spaces around it', `  pgp_${HEX}\t`],
    ['a line break behind it', `pgp_${HEX}\r\n`],
    ['a line break inside it, as from a mail', `pgp_${HEX.slice(0, 32)}\n${HEX.slice(32)}`],
    ['a space that does not break', `\u00a0pgp_${HEX}`],
    ['a byte order mark', `\ufeffpgp_${HEX}`],
    ['the name of its header', `Bearer pgp_${HEX}`],
    ['that name small and with a line break', ` bearer\npgp_${HEX}`],
    ['the whole header', `Authorization: Bearer pgp_${HEX}`],
    ['the other header', `X-Api-Key: pgp_${HEX}`],
    ['the name of a setting', `PARAMANT_API_KEY=pgp_${HEX}`],
    ['what a shell and its quotes put around it', `export API_KEY="pgp_${HEX}"\n`],
  ])('drops %s, and says so', (_, text) => {
    expect(read(text)).toEqual({ key: `pgp_${HEX}`, kind: 'dashboard', trimmed: true });
  });

  it.each([
    [`PGP_${HEX.toUpperCase()}`, `pgp_${HEX.toUpperCase()}`],
    [`Psk_Live_${HEX}`, `psk_live_${HEX}`],
  ])('writes the prefix of %s small, and leaves the digits', (text, key) => {
    expect(read(text)).toMatchObject({ key, trimmed: false });
  });

  it.each<[string, string, ApiKeyFailure]>([
    ['nothing', '', { code: 'api-key-empty' }],
    ['white space alone', ' \n', { code: 'api-key-empty' }],
    ['an operator’s licence', `plk_${HEX}`, { code: 'api-key-licence' }],
    ['a licence that is no hexadecimal', 'plk_anything-at-all', { code: 'api-key-licence' }],
    ['a key behind dots', `pgp_${'•'.repeat(60)}cdef`, { code: 'api-key-masked' }],
    ['a key behind stars', 'pgp_****cdef', { code: 'api-key-masked' }],
    ['a key that was shortened', 'pgp_0123…cdef', { code: 'api-key-masked' }],
    ['another product’s key', `sk_live_${HEX}`, { code: 'api-key-prefix', prefix: 'sk_live_' }],
    ['a licence in capitals', `PLK_${HEX}`, { code: 'api-key-licence' }],
    ['the name of a header alone', 'Bearer ', { code: 'api-key-empty' }],
    ['the name of a setting alone', 'PARAMANT_API_KEY=""', { code: 'api-key-empty' }],
    ['the link of an authenticator', ' otpauth://totp/ada?secret=A', { code: 'api-key-is-authenticator' }],
    ['two prefixes', `pgp_pgp_${HEX}`, { code: 'api-key-prefix', prefix: 'pgp_pgp_' }],
    ['a signing key that is neither live nor test', `psk_${HEX}`, { code: 'api-key-prefix', prefix: 'psk_' }],
    ['a digit too few', `pgp_${HEX.slice(1)}`, { code: 'api-key-length', found: 63 }],
    ['a digit too many', `pgp_${HEX}0`, { code: 'api-key-length', found: 65 }],
    ['a prefix alone', 'pgp_', { code: 'api-key-length', found: 0 }],
    ['half a key', `pgp_${HEX.slice(32)}`, { code: 'api-key-length', found: 32 }],
  ])('refuses %s', (_, text, failure) => {
    expect(read(text)).toEqual(failure);
  });

  it.each([
    ['a letter o for a zero', 4, 'o'],
    ['a letter beyond f', 40, 'g'],
    ['a letter of another alphabet that looks right', 10, 'а'],
    ['a full-width digit', 0, '０'],
    ['an emoji, which counts as one', 20, '😀'],
    ['a quotation mark', 63, '"'],
    ['a character that cannot be seen', 5, '\u200b'],
    ['a letter that Unicode folds into another', 8, '\u017f'],
  ])('names the character and its place for %s', (_, index, character) => {
    const text = `pgp_${HEX.slice(0, index)}${character}${HEX.slice(index + 1)}`;
    expect(read(text)).toEqual({
      code: 'api-key-character',
      character: describeCharacter(character),
      position: 4 + index + 1,
    });
  });

  it('says what cannot be seen by its number', () => {
    expect(read(`pgp_\u200b${HEX}`)).toMatchObject({ character: 'U+200B', position: 5 });
  });

  it.each([
    ['behind white space', ` pgp_${HEX.slice(0, 2)} g`, 9],
    ['behind a header’s name that has it too', `Bearer ${HEX.slice(0, 2)}r`, 10],
    ['behind a prefix that was torn', `pg p_${HEX.slice(0, 2)}p`, 8],
  ])('counts the place of a character %s as it was pasted', (_, text, position) => {
    expect(read(text)).toMatchObject({ code: 'api-key-character', position });
  });

  it('takes every key that there can be, and reads what it took as itself', () => {
    const key = fc
      .tuple(fc.constantFrom('', 'pgp_', 'psk_live_', 'psk_test_'), fc.stringMatching(/^[0-9a-fA-F]{64}$/))
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(key, text => {
        expect(parsed(text).reveal()).toBe(text);
      }),
    );
  });

  it('quotes at most one character of what it refuses behind a prefix', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), text => {
        const result = parseApiKey(`pgp_${text}`);
        if (!result.ok && result.error.code === 'api-key-character') {
          expect(result.error.character).toMatch(/^(?:.|. \(U\+[0-9A-F]{4,6}\)|U\+[0-9A-F]{4,6})$/su);
        }
      }),
    );
  });
});

describe('maskApiKey', () => {
  it.each([
    [`pgp_${HEX}`, 'pgp_••••cdef'],
    [HEX, '••••cdef'],
    [`psk_test_${HEX}`, 'psk_test_••••cdef'],
  ])('shows of %s its prefix and last four digits', (text, masked) => {
    expect(maskApiKey(parsed(text))).toBe(masked);
  });
});
