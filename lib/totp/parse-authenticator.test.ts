import { describe, expect, it } from 'vitest';
import { parseAuthenticator, readAuthenticator } from './parse-authenticator';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('parseAuthenticator', () => {
  it('takes a bare secret as what the site sets up', () => {
    const parsed = parseAuthenticator(' gezd gnbv gy3t qojq gezd gnbv gy3t qojq\n');
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const { secret, ...rest } = parsed.value;
    expect(secret.reveal()).toBe(SECRET);
    expect(rest).toEqual({ algorithm: 'SHA256', digits: 6, periodSeconds: 30, issuer: 'Paramant', account: '' });
  });

  it('takes a link at its word, so without an algorithm it is SHA-1', () => {
    const parsed = parseAuthenticator(`otpauth://totp/ada?secret=${SECRET}`);
    expect(parsed.ok && parsed.value.algorithm).toBe('SHA1');
  });

  it('does not print the secret', () => {
    expect(JSON.stringify(parseAuthenticator(SECRET))).not.toContain('GEZD');
  });

  it.each([
    ['nothing', ' \t', { code: 'authenticator-empty' }],
    [
      'a wrong character, by its place in the field',
      ' GEZD1NBV',
      { code: 'authenticator-secret-character', character: '1', position: 6 },
    ],
    [
      'a colon that slipped in, without taking it for a link',
      'GEZD:GNBV',
      { code: 'authenticator-secret-character', character: ':', position: 5 },
    ],
    ['two lost characters', SECRET.slice(0, 30), { code: 'authenticator-secret-length', length: 30 }],
    ['a secret whose last character is missing', SECRET.slice(0, 31), { code: 'authenticator-secret-cut' }],
    ['a sentence of base32 letters', 'definitely not valid', { code: 'authenticator-secret-cut' }],
    ['padding alone', '====', { code: 'authenticator-secret-missing' }],
    ['a book', 'A'.repeat(10_000), { code: 'authenticator-too-long', maximum: 8192 }],
    ['a broken link', `otpauth:/totp/ada?secret=${SECRET}`, { code: 'authenticator-link-malformed' }],
    ['the code of a moment', ' 123 456', { code: 'authenticator-is-code' }],
    ['one that a secret could begin with', '234567', { code: 'authenticator-is-code' }],
    ['an API key', `pgp_${'0123456789abcdef'.repeat(4)}`, { code: 'authenticator-is-key' }],
    ['a web address', 'https://paramant.app', { code: 'authenticator-unknown-scheme', scheme: 'https' }],
    ['hotp', `otpauth://hotp/ada?secret=${SECRET}`, { code: 'authenticator-unsupported-type', type: 'hotp' }],
  ])('refuses %s', (_why, text, error) => {
    expect(parseAuthenticator(text)).toEqual({ ok: false, error });
  });

  it('takes a short secret and says that it is short', () => {
    const read = readAuthenticator('JBSWY3DPEHPK3PXP');
    expect(read.ok && read.value.notices).toEqual([{ code: 'authenticator-short-secret', bytes: 10, recommended: 16 }]);
  });

  it('has nothing to say about a secret as the site makes it', () => {
    const read = readAuthenticator(SECRET);
    expect(read.ok && read.value.notices).toEqual([]);
  });
});
