import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Authenticator } from '../model/authenticator';
import { ALGORITHMS, authenticatorSchema, DIGITS } from '../model/authenticator';
import { encodeBase32 } from './base32';
import { isLabelText } from './link-text';
import { formatOtpauthUri, parseOtpauthUri } from './otpauth-uri';
import { parseAuthenticator } from './parse-authenticator';

const labelText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom('a', ':', '+', '%', ' ', '#', '&', '/', '?', '=', '@', '株', '😀') }),
  )
  .filter(isLabelText);

const stored = fc.record({
  secret: fc.uint8Array({ minLength: 1, maxLength: 640 }).map(encodeBase32),
  algorithm: fc.constantFrom(...ALGORITHMS),
  digits: fc.constantFrom(...DIGITS),
  periodSeconds: fc.integer({ min: 5, max: 300 }),
  issuer: labelText,
  account: labelText.filter(text => text !== ''),
});

function storedForm(authenticator: Authenticator): unknown {
  return { ...authenticator, secret: authenticator.secret.reveal() };
}

/** Half of them nearly right, so that the inner checks are reached. */
const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        'otpauth:',
        '//',
        'totp',
        '/',
        '?',
        '&',
        '=',
        'secret',
        'issuer',
        'GEZDGNBV',
        '%',
        '%41',
        '%ff',
        '+',
        ':',
        '\u202e',
        '#',
      ),
    )
    .map(pieces => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }).map(tail => `otpauth://totp/a?secret=GEZDGNBV&${tail}`),
);

describe('an otpauth link', () => {
  it('reads back as the authenticator it was made of', () => {
    fc.assert(
      fc.property(stored, form => {
        const parsed = parseOtpauthUri(formatOtpauthUri(v.parse(authenticatorSchema, form)));
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
        expect(storedForm(parsed.value)).toEqual(form);
      }),
    );
  });

  it('is read without an exception, whatever is pasted, and what is taken can be stored', () => {
    fc.assert(
      fc.property(hostileText, text => {
        for (const parsed of [parseOtpauthUri(text), parseAuthenticator(text)]) {
          if (parsed.ok) expect(v.is(authenticatorSchema, storedForm(parsed.value))).toBe(true);
        }
      }),
    );
  });

  it('fits the limit even at its longest', () => {
    const longest = {
      secret: 'A'.repeat(1024),
      algorithm: 'SHA256',
      digits: 6,
      periodSeconds: 300,
      issuer: '株'.repeat(256),
      account: '式'.repeat(256),
    };
    expect(parseOtpauthUri(formatOtpauthUri(v.parse(authenticatorSchema, longest))).ok).toBe(true);
  });
});
