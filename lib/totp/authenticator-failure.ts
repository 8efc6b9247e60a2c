import type { Authenticator } from '../model/authenticator';

/**
 * Why a text was not taken as an authenticator: one code for each plain sentence, with the data that the sentence
 * names. Everything survives JSON. Of the secret itself at most one offending character is quoted.
 */
export type AuthenticatorFailure =
  /** Nothing, or only white space. */
  | { readonly code: 'authenticator-empty' }
  /** Longer than any authenticator link. `maximum` in UTF-16 units. */
  | { readonly code: 'authenticator-too-long'; readonly maximum: number }
  /** Not of the form `scheme:...` at all. */
  | { readonly code: 'authenticator-not-a-link' }
  /** The code of a moment, and not the secret that makes one. */
  | { readonly code: 'authenticator-is-code' }
  /** An API key, which belongs into the field beside it. */
  | { readonly code: 'authenticator-is-key' }
  /** A link, but to something else, such as `https`. */
  | { readonly code: 'authenticator-unknown-scheme'; readonly scheme: string }
  /** Google Authenticator's export, which holds several accounts: a case for import. */
  | { readonly code: 'authenticator-migration' }
  /** `otpauth` without the `//type/label?parameters` behind it, or a parameter whose name is no name. */
  | { readonly code: 'authenticator-link-malformed' }
  /** Percent-encoding that is cut short or is not UTF-8. */
  | { readonly code: 'authenticator-link-encoding' }
  /** A character that is invisible or turns text around: a control, a bidi override, a lone surrogate. */
  | { readonly code: 'authenticator-link-character'; readonly character: string }
  /** Given twice; which of the two is meant cannot be known. */
  | { readonly code: 'authenticator-duplicate-parameter'; readonly parameter: string }
  /** Not time-based: `hotp`, `steam`, `yaotp`, `yandex`, `motp`, or a type nobody knows. */
  | { readonly code: 'authenticator-unsupported-type'; readonly type: string }
  /** A hash function other than SHA-1, SHA-256 and SHA-512. */
  | { readonly code: 'authenticator-unsupported-algorithm'; readonly algorithm: string }
  /** Codes written in an alphabet of their own, such as `steam`. */
  | { readonly code: 'authenticator-unsupported-encoder'; readonly encoder: string }
  /** Not a whole number from `minimum` to `maximum`. */
  | {
      readonly code: 'authenticator-digits';
      readonly value: string;
      readonly minimum: number;
      readonly maximum: number;
    }
  /** Not a whole number of seconds from `minimum` to `maximum`. */
  | {
      readonly code: 'authenticator-period';
      readonly value: string;
      readonly minimum: number;
      readonly maximum: number;
    }
  /** The link does not say whose it is. */
  | { readonly code: 'authenticator-label-missing' }
  /** Issuer or account longer than `maximum` UTF-16 units. */
  | { readonly code: 'authenticator-label-too-long'; readonly maximum: number }
  | TotpSecretFailure;

/** Why a text is not a secret. */
export type TotpSecretFailure =
  /** No secret, or one without a single whole byte: an empty key would make codes that anybody can make. */
  | { readonly code: 'authenticator-secret-missing' }
  /** Not base32. `position` counts characters from 1: in the pasted text, or in the decoded `secret` of a link. */
  | { readonly code: 'authenticator-secret-character'; readonly character: string; readonly position: number }
  /** A number of base32 characters that cannot be: one is missing or too many. */
  | { readonly code: 'authenticator-secret-length'; readonly length: number }
  /** The last character carries bits that belong to no byte: a bare secret that was not copied whole. */
  | { readonly code: 'authenticator-secret-cut' }
  /** More than `maximum` base32 characters. */
  | { readonly code: 'authenticator-secret-too-long'; readonly maximum: number };

/** What was taken, and is worth a look by the person who pasted it. */
export type AuthenticatorNotice =
  /** Fewer bytes than RFC 4226 asks for. */
  | { readonly code: 'authenticator-short-secret'; readonly bytes: number; readonly recommended: number }
  /** The secret of a link ends in bits that belong to no byte. They were dropped, as every authenticator app does. */
  | { readonly code: 'authenticator-cut-secret' }
  /** The link names two issuers. `issuer` was taken, but a forged QR code can claim one thing in each place. */
  | { readonly code: 'authenticator-issuer-differs'; readonly issuer: string; readonly labelIssuer: string };

/** An authenticator together with what should be said about it. */
export type AuthenticatorReading = {
  readonly authenticator: Authenticator;
  readonly notices: readonly AuthenticatorNotice[];
};

const MAXIMUM_QUOTE_LENGTH = 24;

/** A piece of somebody else's text, short enough to stand in one sentence. */
export function quoteForSentence(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= MAXIMUM_QUOTE_LENGTH) return text;
  return `${characters.slice(0, MAXIMUM_QUOTE_LENGTH).join('')}…`;
}
