import type { AuthenticatorFailure } from './authenticator-failure';
import type { RefusedCase } from './otpauth-uri.cases';

const S = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const totp = (label: string, parameters = '') => `otpauth://totp/${label}?secret=${S}${parameters}`;
const secret = (text: string) => `otpauth://totp/ada?secret=${text}`;

const MALFORMED = { code: 'authenticator-link-malformed' } as const;
const ENCODING = { code: 'authenticator-link-encoding' } as const;
const NO_LINK = { code: 'authenticator-not-a-link' } as const;
const NO_LABEL = { code: 'authenticator-label-missing' } as const;
const NO_SECRET = { code: 'authenticator-secret-missing' } as const;
const LABEL_TOO_LONG = { code: 'authenticator-label-too-long', maximum: 256 } as const;
const character = (name: string): AuthenticatorFailure => ({ code: 'authenticator-link-character', character: name });
const digits = (value: string): AuthenticatorFailure => ({
  code: 'authenticator-digits',
  value,
  minimum: 6,
  maximum: 8,
});
const period = (value: string): AuthenticatorFailure => ({
  code: 'authenticator-period',
  value,
  minimum: 5,
  maximum: 300,
});
const duplicate = (parameter: string): AuthenticatorFailure => ({
  code: 'authenticator-duplicate-parameter',
  parameter,
});

/** Links of no use to anybody, by what is wrong with them. */
export const REFUSED: readonly RefusedCase[] = [
  { why: 'nothing', uri: '', failure: { code: 'authenticator-empty' } },
  { why: 'white space', uri: ' \n', failure: { code: 'authenticator-empty' } },
  { why: 'a sentence', uri: 'no link at all', failure: NO_LINK },
  { why: 'a missing scheme', uri: `totp/ada?secret=${S}`, failure: NO_LINK },
  { why: 'a broken scheme', uri: `otpauth?//totp/ada?secret=${S}`, failure: NO_LINK },
  {
    why: 'another scheme in front',
    uri: `javascript:${totp('ada')}`,
    failure: { code: 'authenticator-unknown-scheme', scheme: 'javascript' },
  },
  { why: 'no slashes', uri: `otpauth:totp/ada?secret=${S}`, failure: MALFORMED },
  { why: 'no type', uri: `otpauth:///ada?secret=${S}`, failure: MALFORMED },
  { why: 'a user before the host', uri: `otpauth://totp@evil.example/ada?secret=${S}`, failure: MALFORMED },
  { why: 'a port', uri: `otpauth://totp:443/ada?secret=${S}`, failure: MALFORMED },
  { why: 'an escaped type', uri: `otpauth://t%6Ftp/ada?secret=${S}`, failure: MALFORMED },
  { why: 'HTML’s &amp; between parameters', uri: totp('ada', '&amp;algorithm=SHA256'), failure: MALFORMED },
  {
    why: 'an unknown type',
    uri: `otpauth://bad/ada?secret=${S}`,
    failure: { code: 'authenticator-unsupported-type', type: 'bad' },
  },
  { why: 'nothing but a type', uri: 'otpauth://totp', failure: NO_LABEL },
  { why: 'an empty label', uri: totp(''), failure: NO_LABEL },
  { why: 'a blank label', uri: totp('%20%20'), failure: NO_LABEL },
  { why: 'a label that cannot be seen', uri: totp('%C2%AD%E2%80%8D'), failure: NO_LABEL },
  { why: 'an issuer without an account', uri: totp('Shop:'), failure: NO_LABEL },
  {
    why: 'a label of 70,000 characters',
    uri: totp('a'.repeat(70_000)),
    failure: { code: 'authenticator-too-long', maximum: 8192 },
  },
  { why: 'a long account', uri: totp('a'.repeat(257)), failure: LABEL_TOO_LONG },
  { why: 'a long issuer', uri: totp('ada', `&issuer=${'a'.repeat(257)}`), failure: LABEL_TOO_LONG },
  { why: 'a long issuer in the label', uri: totp(`${'a'.repeat(257)}:ada`, '&issuer=a'), failure: LABEL_TOO_LONG },
  { why: 'no parameters', uri: 'otpauth://totp/ada', failure: NO_SECRET },
  { why: 'no secret', uri: 'otpauth://totp/ada?secret2=A', failure: NO_SECRET },
  { why: 'an empty secret', uri: secret(''), failure: NO_SECRET },
  { why: 'a secret of padding', uri: secret('==='), failure: NO_SECRET },
  {
    why: 'a secret without a whole byte',
    uri: secret('A'),
    failure: { code: 'authenticator-secret-length', length: 1 },
  },
  {
    why: 'a wrong character in the secret',
    uri: secret('GEZD1NBV'),
    failure: { code: 'authenticator-secret-character', character: '1', position: 5 },
  },
  {
    why: 'a lookalike in the secret',
    uri: secret('GEZDGNB%D0%86'),
    failure: { code: 'authenticator-secret-character', character: 'І (U+0406)', position: 8 },
  },
  {
    why: 'a form encoder’s plus in the secret',
    uri: secret('GEZD+GNBV'),
    failure: { code: 'authenticator-secret-character', character: '+', position: 5 },
  },
  {
    why: 'a secret over the limit',
    uri: secret('A'.repeat(1032)),
    failure: { code: 'authenticator-secret-too-long', maximum: 1024 },
  },
  { why: 'NUL in the secret', uri: secret('GEZD%00GNBV'), failure: character('U+0000') },
  { why: 'a line break in the issuer', uri: totp('X%0D%0ABcc:ada'), failure: character('U+000D') },
  { why: 'a bidi override in the issuer', uri: totp('ada', '&issuer=%E2%80%AEpohS'), failure: character('U+202E') },
  { why: 'a zero-width space in the label', uri: totp('a%E2%80%8Bda'), failure: character('U+200B') },
  { why: 'a control in a parameter nobody reads', uri: totp('ada', '&note=%1B'), failure: character('U+001B') },
  { why: 'a raw lone surrogate', uri: totp('a\ud83dda'), failure: character('U+D83D') },
  { why: 'a cut escape', uri: totp('%E0%A4%A'), failure: ENCODING },
  { why: 'a stray percent sign', uri: totp('100%'), failure: ENCODING },
  { why: 'overlong UTF-8', uri: totp('a%C0%AFda'), failure: ENCODING },
  { why: 'an encoded surrogate', uri: totp('a%ED%A0%80da'), failure: ENCODING },
  { why: 'two secrets', uri: totp('ada', `&secret=${S}`), failure: duplicate('secret') },
  { why: 'two secrets in different case', uri: totp('ada', '&Secret=GEZDGNBV'), failure: duplicate('secret') },
  { why: 'two secrets, one name escaped', uri: totp('ada', '&s%65cret=GEZDGNBV'), failure: duplicate('secret') },
  {
    why: 'an empty algorithm',
    uri: totp('ada', '&algorithm='),
    failure: { code: 'authenticator-unsupported-algorithm', algorithm: '' },
  },
  { why: 'no digits at all', uri: totp('ada', '&digits='), failure: digits('') },
  { why: 'five digits', uri: totp('ada', '&digits=5'), failure: digits('5') },
  { why: 'nine digits', uri: totp('ada', '&digits=9'), failure: digits('9') },
  { why: 'a hundred digits', uri: totp('ada', '&digits=100'), failure: digits('100') },
  { why: 'digits in hexadecimal', uri: totp('ada', '&digits=0x6'), failure: digits('0x6') },
  { why: 'digits as a fraction', uri: totp('ada', '&digits=6.5'), failure: digits('6.5') },
  { why: 'digits of another script', uri: totp('ada', '&digits=٦'), failure: digits('٦') },
  { why: 'a period of zero', uri: totp('ada', '&period=0'), failure: period('0') },
  { why: 'a negative period', uri: totp('ada', '&period=-30'), failure: period('-30') },
  { why: 'a period below the limit', uri: totp('ada', '&period=4'), failure: period('4') },
  { why: 'a period above the limit', uri: totp('ada', '&period=301'), failure: period('301') },
  { why: 'a period with an exponent', uri: totp('ada', '&period=3e1'), failure: period('3e1') },
  {
    why: 'a period of astronomic length, quoted short',
    uri: totp('ada', `&period=${'9'.repeat(40)}`),
    failure: period(`${'9'.repeat(24)}…`),
  },
];
