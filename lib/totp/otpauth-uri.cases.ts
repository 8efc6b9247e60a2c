import type { Algorithm, Digits } from '../model/authenticator';
import type { AuthenticatorFailure, AuthenticatorNotice } from './authenticator-failure';

/** A link that is read, and what of it differs from the {@link READ_DEFAULTS}. */
export type ReadCase = {
  readonly why: string;
  readonly uri: string;
  readonly secret?: string;
  readonly issuer?: string;
  readonly account?: string;
  readonly algorithm?: Algorithm;
  readonly digits?: Digits;
  readonly periodSeconds?: number;
  readonly notices?: readonly AuthenticatorNotice['code'][];
};

/** A link that is refused, and the whole failure. */
export type RefusedCase = { readonly why: string; readonly uri: string; readonly failure: AuthenticatorFailure };

/** The RFC 6238 seed, twenty bytes as the site hands out. */
const S = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const totp = (label: string, parameters = '') => `otpauth://totp/${label}?secret=${S}${parameters}`;

export const READ_DEFAULTS = {
  secret: S,
  issuer: '',
  account: 'ada@example.com',
  algorithm: 'SHA1',
  digits: 6,
  periodSeconds: 30,
  notices: [],
} as const;

export const VALID: readonly ReadCase[] = [
  { why: 'a lone label as the account', uri: totp('ada@example.com') },
  {
    why: 'what the site sets up',
    uri: totp('Paramant:ada%40example.com', '&issuer=Paramant&algorithm=SHA256&digits=6&period=30'),
    issuer: 'Paramant',
    algorithm: 'SHA256',
  },
  { why: 'the issuer of the label', uri: totp('Shop:ada@example.com'), issuer: 'Shop' },
  { why: 'an issuer in the parameter only', uri: totp('ada@example.com', '&issuer=Shop'), issuer: 'Shop' },
  { why: 'an empty issuer parameter as none', uri: totp('Shop:ada@example.com', '&issuer='), issuer: 'Shop' },
  { why: 'a blank issuer parameter as none', uri: totp('Shop:ada@example.com', '&issuer=%20'), issuer: 'Shop' },
  { why: 'an encoded colon and space', uri: totp('Big%20Shop%3A%20ada@example.com'), issuer: 'Big Shop' },
  { why: 'a lower-case escape', uri: totp('Shop%3aada@example.com'), issuer: 'Shop' },
  { why: 'a leading colon as no issuer', uri: totp(':ada@example.com') },
  { why: 'raw spaces', uri: totp('My Shop:  ada@example.com', '&issuer=My Shop'), issuer: 'My Shop' },
  { why: 'a raw # in a label', uri: totp('Shop:no. #4'), issuer: 'Shop', account: 'no. #4' },
  { why: 'a raw # in an issuer', uri: totp('ada@example.com', '&issuer=C#'), issuer: 'C#' },
  { why: 'an encoded ampersand', uri: totp('A%26B:ada@example.com', '&issuer=A%26B'), issuer: 'A&B' },
  { why: 'a slash in a label', uri: totp('a/b:ada@example.com'), issuer: 'a/b' },
  { why: 'an emoji with joiners', uri: totp('%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB:ada@example.com'), issuer: '👩‍💻' },
  { why: 'letters of any script', uri: totp('ஆத்மா', '&issuer=株式'), issuer: '株式', account: 'ஆத்மா' },
  { why: 'a plus address', uri: totp('ada+shop@example.com'), account: 'ada+shop@example.com' },
  { why: 'an encoded plus', uri: totp('ada%2Bshop@example.com'), account: 'ada+shop@example.com' },
  {
    why: 'a form encoder’s plus that the label proves to be a space',
    uri: totp('Air%20Canada:ada@example.com', '&issuer=Air+Canada'),
    issuer: 'Air Canada',
  },
  { why: 'a plus in both places as a plus', uri: totp('A+B:ada@example.com', '&issuer=A+B'), issuer: 'A+B' },
  { why: 'SHA-512', uri: totp('ada@example.com', '&algorithm=sha512'), algorithm: 'SHA512' },
  { why: 'a dashed algorithm', uri: totp('ada@example.com', '&algorithm=SHA-256'), algorithm: 'SHA256' },
  { why: 'a Java algorithm', uri: totp('ada@example.com', '&algorithm=HmacSHA256'), algorithm: 'SHA256' },
  { why: 'seven digits', uri: totp('ada@example.com', '&digits=7'), digits: 7 },
  { why: 'the shortest period', uri: totp('ada@example.com', '&period=5'), periodSeconds: 5 },
  { why: 'the longest period', uri: totp('ada@example.com', '&period=300'), periodSeconds: 300 },
  {
    why: 'parameter names in any case and order',
    uri: `otpauth://totp/ada@example.com?PERIOD=60&Digits=8&SECRET=${S}`,
    digits: 8,
    periodSeconds: 60,
  },
  { why: 'scheme and type in any case', uri: `OTPAuth://TOTP/ada@example.com?secret=${S}` },
  {
    why: 'unknown parameters, ignored',
    uri: totp('ada@example.com', '&image=https%3A%2F%2Fx.example%2Fa.png&counter=9'),
  },
  { why: 'empty pairs', uri: totp('ada@example.com', '&&issuer=Shop&'), issuer: 'Shop' },
  { why: 'white space around it', uri: ` ${totp('ada@example.com')}\n` },
  {
    why: 'a grouped lower-case secret',
    uri: 'otpauth://totp/ada@example.com?secret=gezd%20gnbv-gy3t%20qojq%20gezd%20gnbv%20gy3t%20qojq',
  },
  {
    why: 'raw padding in the secret',
    uri: 'otpauth://totp/ada@example.com?secret=MZXW6YTBOI======',
    secret: 'MZXW6YTBOI',
    notices: ['authenticator-short-secret'],
  },
];

export const DIVERGENT: readonly ReadCase[] = [
  {
    why: 'the issuer parameter over a different label',
    uri: totp('Bank:ada@example.com', '&issuer=Shop'),
    issuer: 'Shop',
    notices: ['authenticator-issuer-differs'],
  },
  { why: 'a plus that nothing proves as a plus', uri: totp('ada@example.com', '&issuer=A+B'), issuer: 'A+B' },
  { why: 'the first of several colons', uri: totp('a:b:c@example.com'), issuer: 'a', account: 'b:c@example.com' },
  {
    why: 'a secret with spare bits by its whole bytes',
    uri: 'otpauth://totp/ada@example.com?secret=ABCDEFG',
    secret: 'ABCDEFA',
    notices: ['authenticator-short-secret', 'authenticator-cut-secret'],
  },
];

const type = (name: string) => ({ code: 'authenticator-unsupported-type', type: name }) as const;
const algorithm = (name: string) => ({ code: 'authenticator-unsupported-algorithm', algorithm: name }) as const;

export const UNSUPPORTED: readonly RefusedCase[] = [
  { why: 'HOTP', uri: `otpauth://hotp/Shop:ada?secret=${S}&counter=1`, failure: type('hotp') },
  { why: 'HOTP that is broken besides', uri: 'otpauth://HOTP/?counter=-1&counter=%', failure: type('hotp') },
  { why: 'Steam as a type', uri: `otpauth://steam/Steam:ada?secret=${S}&digits=5`, failure: type('steam') },
  { why: 'Steam as a scheme', uri: `steam://${S}`, failure: type('steam') },
  {
    why: 'Steam as an encoder, before its five digits',
    uri: totp('Steam:ada', '&digits=5&encoder=steam'),
    failure: { code: 'authenticator-unsupported-encoder', encoder: 'steam' },
  },
  { why: 'Yandex', uri: `otpauth://yaotp/ada?secret=${S}&pin_length=4`, failure: type('yaotp') },
  { why: 'Yandex in its other spelling', uri: `otpauth://yandex/ada?secret=${S}`, failure: type('yandex') },
  { why: 'mOTP', uri: 'motp://Shop:ada?secret=30edcc8edae50a60', failure: type('motp') },
  { why: 'MD5', uri: totp('ada', '&algorithm=MD5'), failure: algorithm('MD5') },
  { why: 'SHA-3', uri: totp('ada', '&algorithm=SHA3-256'), failure: algorithm('SHA3-256') },
  { why: 'SHA-224', uri: totp('ada', '&algorithm=SHA224'), failure: algorithm('SHA224') },
  { why: 'a truncated SHA-512', uri: totp('ada', '&algorithm=SHA512/256'), failure: algorithm('SHA512/256') },
  {
    why: 'an algorithm that folds to SHA-1 only in Unicode',
    uri: totp('ada', '&algorithm=ſHA1'),
    failure: algorithm('ſHA1'),
  },
  { why: 'a group export', uri: 'otpauth-migration://offline?data=CgA', failure: { code: 'authenticator-migration' } },
];
