import * as v from 'valibot';
import { Secret } from '../shared/secret';

/** The shared key of an authenticator. Holds canonical base32 (upper case, no padding, no separators), never empty. */
export type TotpSecret = Secret<'totp-secret'>;

/** The hash functions of RFC 6238 section 1.2, in the spelling of the Key URI format. */
export const ALGORITHMS = ['SHA1', 'SHA256', 'SHA512'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** How long a code is. RFC 4226 section 5.3 asks for 6 at least and knows 7 and 8. */
export const DIGITS = [6, 7, 8] as const;
export type Digits = (typeof DIGITS)[number];

/** Limits of what is read. A period outside is refused, never clamped: a clamped one makes wrong codes. */
export const MINIMUM_PERIOD_SECONDS = 5;
export const MAXIMUM_PERIOD_SECONDS = 300;
/** In base32 characters: 640 bytes, ten times what a site hands out. */
export const MAXIMUM_SECRET_LENGTH = 1024;
/** In UTF-16 units, for issuer and account each: an email address has at most 254. */
export const MAXIMUM_LABEL_LENGTH = 256;
/** In UTF-16 units. The longest link that `formatOtpauthUri` writes fits in. */
export const MAXIMUM_LINK_LENGTH = 8192;
/** In bytes: RFC 4226 section 4, R6. Shorter ones exist and work, so they are accepted with a notice. */
export const RECOMMENDED_SECRET_BYTES = 16;

/** The stored form of an authenticator, checked again whenever a vault is opened. `periodSeconds` is RFC 6238's time step X. */
export const authenticatorSchema = v.strictObject({
  secret: v.pipe(
    v.string(),
    v.regex(/^[A-Z2-7]+$/),
    v.maxLength(MAXIMUM_SECRET_LENGTH),
    v.transform(text => new Secret<'totp-secret'>(text)),
  ),
  algorithm: v.picklist(ALGORITHMS),
  digits: v.picklist(DIGITS),
  periodSeconds: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(MINIMUM_PERIOD_SECONDS),
    v.maxValue(MAXIMUM_PERIOD_SECONDS),
  ),
  /** Who handed it out; '' where unknown. */
  issuer: v.pipe(v.string(), v.maxLength(MAXIMUM_LABEL_LENGTH)),
  /** Whose it is, at the issuer; '' where it came as a bare secret. */
  account: v.pipe(v.string(), v.maxLength(MAXIMUM_LABEL_LENGTH)),
});

/** All that it takes to make codes (RFC 6238, T0 = 0), and what the authenticator is called. */
export type Authenticator = Readonly<v.InferOutput<typeof authenticatorSchema>>;

/** What the Key URI format means by an absent parameter. */
export const KEY_URI_DEFAULTS = { algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;

/** What Paramant sets up, so what a secret pasted without a link stands for. */
export const PARAMANT_DEFAULTS = {
  algorithm: 'SHA256',
  digits: 6,
  periodSeconds: 30,
  issuer: 'Paramant',
  account: '',
} as const;
