// What the site's set-up page says, judged. Invariant: it says the same thing three times, or nothing is taken from it:
// a script that changes one of them (the picture a phone scans, the text a person copies) is found out by the others.
import type { Authenticator } from '../model/authenticator';
import { PARAMANT_DEFAULTS } from '../model/authenticator';
import { parseEmail } from '../model/email';
import type { Result } from '../shared/result';
import { err } from '../shared/result';
import type { AuthenticatorFailure, AuthenticatorReading } from './authenticator-failure';
import { quoteForSentence } from './authenticator-failure';
import { readOtpauthUri } from './otpauth-uri';
import { parseTotpSecret } from './totp-secret';

/** What the page shows: the link behind the QR code, the secret as text, and what each picture of the QR code says. */
export type SetupPage = {
  readonly link: string;
  readonly secretText: string;
  readonly pictures: readonly string[];
};

/**
 * Why nothing is taken from a set-up page.
 * - `setup-not-shown`: it shows no authenticator yet, or no longer.
 * - `setup-text-differs`: the secret shown as text is not the link's. `setup-picture-differs`: the QR code is not the link's.
 * - `setup-picture-missing`: there is no QR code to compare with.
 * - `setup-issuer`: it names somebody else than the site as issuer.
 * - `setup-account`: it does not name an email address as its account.
 */
export type SetupFailure =
  | { readonly code: 'setup-not-shown' | 'setup-text-differs' | 'setup-picture-differs' | 'setup-picture-missing' }
  | { readonly code: 'setup-issuer'; readonly issuer: string }
  | { readonly code: 'setup-account'; readonly account: string }
  | AuthenticatorFailure;

/** The authenticator of a set-up page on which link, text and pictures agree. Its account is an email address. */
export function readSetupPage({ link, secretText, pictures }: SetupPage): Result<AuthenticatorReading, SetupFailure> {
  if (link.trim() === '' && secretText.trim() === '') return err({ code: 'setup-not-shown' });
  const read = readOtpauthUri(link);
  if (!read.ok) return read;
  const { authenticator, notices } = read.value;
  const text = parseTotpSecret(secretText, 'refuse');
  if (!text.ok || !text.value.equals(authenticator.secret)) return err({ code: 'setup-text-differs' });
  if (pictures.length === 0) return err({ code: 'setup-picture-missing' });
  if (!pictures.every(picture => saysSame(picture, authenticator))) return err({ code: 'setup-picture-differs' });
  const differing = notices.find(({ code }) => code === 'authenticator-issuer-differs');
  if (authenticator.issuer !== PARAMANT_DEFAULTS.issuer) {
    return err({ code: 'setup-issuer', issuer: quoteForSentence(authenticator.issuer) });
  }
  if (differing?.code === 'authenticator-issuer-differs') {
    return err({ code: 'setup-issuer', issuer: quoteForSentence(differing.labelIssuer) });
  }
  const email = parseEmail(authenticator.account);
  return email.ok ? read : err({ code: 'setup-account', account: quoteForSentence(authenticator.account) });
}

/** Whether another link makes the same codes, for the same account of the same issuer. */
function saysSame(link: string, { secret, ...facts }: Authenticator): boolean {
  const read = readOtpauthUri(link);
  if (!read.ok) return false;
  const { secret: other, ...others } = read.value.authenticator;
  return other.equals(secret) && JSON.stringify(others) === JSON.stringify(facts);
}
