import { MAXIMUM_LABEL_LENGTH } from '../model/authenticator';
import { describeCharacter } from '../shared/describe-character';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { AuthenticatorFailure } from './authenticator-failure';

/**
 * What no issuer, account or parameter holds: controls (CSV and log injection), line separators, bidi controls (a name
 * that reads as another one), lone surrogates, and spaces without width. Joiners stay: emoji and Persian need them.
 */
const FORBIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}\u200b\u2060\ufeff]/u;

/** At least one character that can be seen. */
const SEEN = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Percent-decodes one part of a link (RFC 3986 section 2.1) and refuses what may not stand in it. `+` stays a plus.
 * `decodeURIComponent` is the strict one: it refuses stray `%`, overlong UTF-8 and encoded surrogates.
 */
export function decodeLinkText(encoded: string): Result<string, AuthenticatorFailure> {
  let text: string;
  try {
    text = decodeURIComponent(encoded);
  } catch {
    return err({ code: 'authenticator-link-encoding' });
  }
  const forbidden = FORBIDDEN.exec(text)?.[0];
  return forbidden === undefined
    ? ok(text)
    : err({ code: 'authenticator-link-character', character: describeCharacter(forbidden) });
}

/** Whether nothing in the text can be seen. */
export function isBlank(text: string): boolean {
  return !SEEN.test(text);
}

/** Whether an issuer or an account may be kept as this: no forbidden character, trimmed, not over the limit. */
export function isLabelText(text: string): boolean {
  return (
    text.length <= MAXIMUM_LABEL_LENGTH &&
    text.trim() === text &&
    !FORBIDDEN.test(text) &&
    (text === '' || !isBlank(text))
  );
}
