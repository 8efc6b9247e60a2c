import { describeCharacter } from '../shared/describe-character';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { Secret } from '../shared/secret';

/** An API key as Paramant issues it. */
export type ApiKey = Secret<'api-key'>;

/** `dashboard` keys sign in; `signing` keys (psk_) belong to the signing product and never do. */
export type ApiKeyKind = 'dashboard' | 'signing';

/**
 * Why a text is no API key.
 * - `api-key-licence`: a `plk_` text is an operator's licence, not an account's key.
 * - `api-key-masked`: copied from a page that hides it behind dots.
 * - `api-key-character`: a character that is no hexadecimal digit, named so that it can be seen, with its place counted
 *   from 1.
 * - `api-key-length`: hexadecimal, but not 64 digits.
 * - `api-key-is-authenticator`: the link behind a QR code, which belongs into the field beside it.
 */
export type ApiKeyFailure =
  | { readonly code: 'api-key-empty' | 'api-key-licence' | 'api-key-masked' | 'api-key-is-authenticator' }
  | { readonly code: 'api-key-prefix'; readonly prefix: string }
  | { readonly code: 'api-key-character'; readonly character: string; readonly position: number }
  | { readonly code: 'api-key-length'; readonly found: number };

/** A key and whether white space, a header's name or quotes were dropped around it, which the person is told. */
export type ParsedApiKey = { readonly key: ApiKey; readonly kind: ApiKeyKind; readonly trimmed: boolean };

const HEX_DIGITS = 64;
const KNOWN_PREFIX = /^(?:pgp_|psk_live_|psk_test_)?/i;
/** How a header of a request, or a line of settings, begins that a key was copied out of; quotes go with it. */
const LED_BY = /^\s*(?:(?:Authorization:\s*)?Bearer\s|X-Api-Key:|(?:export\s+)?[A-Z][A-Z0-9_]*=)?\s*["']?/iu;

/**
 * Reads a key as a person pastes it (docs/site.md): 64 hexadecimal digits, bare or behind `pgp_`, `psk_live_` or
 * `psk_test_`, also out of a header or a line of settings. White space is dropped wherever it stands, since line breaks
 * come along from mails and terminals. A prefix in capitals is written small; the digits are kept to the letter.
 */
export function parseApiKey(text: string): Result<ParsedApiKey, ApiKeyFailure> {
  if (/^\s*otpauth:/iu.test(text)) return err({ code: 'api-key-is-authenticator' });
  const { key, start } = unwrapKey(text);
  if (key === '') return err({ code: 'api-key-empty' });
  if (/[•●∙*…]/u.test(key)) return err({ code: 'api-key-masked' });
  if (/^plk_/i.test(key)) return err({ code: 'api-key-licence' });
  const prefix = KNOWN_PREFIX.exec(key)?.[0] ?? '';
  const digits = key.slice(prefix.length);
  const unknownPrefix = /^([a-z]+_)+/iu.exec(digits)?.[0];
  if (unknownPrefix !== undefined) return err({ code: 'api-key-prefix', prefix: prefix + unknownPrefix });
  const stranger = /[^0-9a-f]/iu.exec(digits);
  if (stranger !== null) {
    const position = start + placeInPasted(text.slice(start), prefix.length + stranger.index);
    return err({ code: 'api-key-character', character: describeCharacter(stranger[0]), position });
  }
  if (digits.length !== HEX_DIGITS) return err({ code: 'api-key-length', found: digits.length });
  const parsed = new Secret<'api-key'>(prefix.toLowerCase() + digits);
  return ok({ key: parsed, kind: kindOfApiKey(parsed), trimmed: key !== text });
}

/** What is left of a text without white space and what led up to the key, and where that begins. */
function unwrapKey(text: string): { readonly key: string; readonly start: number } {
  const lead = LED_BY.exec(text)?.[0] ?? '';
  const rest = text.slice(lead.length).replace(/\s+/gu, '');
  const isQuoted = /["']$/u.test(lead) && rest.endsWith(lead.slice(-1));
  return { key: isQuoted ? rest.slice(0, -1) : rest, start: lead.length };
}

/** Where a character is that has `before` others before it, counted where the person sees it: white space included. */
function placeInPasted(pasted: string, before: number): number {
  return ([...pasted.matchAll(/\S/g)][before]?.index ?? 0) + 1;
}

/** Which product a key belongs to: its prefix says so. */
export function kindOfApiKey(key: ApiKey): ApiKeyKind {
  return key.reveal().startsWith('psk_') ? 'signing' : 'dashboard';
}

/** What may be shown of a key without revealing it: its prefix and last four digits, enough to tell two apart. */
export function maskApiKey(key: ApiKey): string {
  const text = key.reveal();
  const prefix = KNOWN_PREFIX.exec(text)?.[0] ?? '';
  return `${prefix}••••${text.slice(-4)}`;
}
