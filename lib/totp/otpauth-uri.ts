import type { Authenticator } from '../model/authenticator';
import { MAXIMUM_LINK_LENGTH, PARAMANT_DEFAULTS } from '../model/authenticator';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { AuthenticatorFailure, AuthenticatorNotice, AuthenticatorReading } from './authenticator-failure';
import { quoteForSentence } from './authenticator-failure';
import { parseAlgorithm, parseDigits, parsePeriod, refuseEncoder } from './otpauth-fields';
import { parseLabel, resolveIssuer } from './otpauth-label';
import { parseParameters } from './otpauth-query';
import { parseTotpSecret, secretNotices } from './totp-secret';

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
/** `//type`, and `/label` and `?parameters` where they are there. A type is a bare word: no user, no port, no escapes. */
const AFTER_SCHEME = /^\/\/([a-z0-9-]+)(?:\/([^?]*))?(?:\?(.*))?$/is;
/** Links of other one-time codes, which name their kind in the scheme. */
const OTHER_CODE_SCHEMES = ['steam', 'motp'];

/**
 * Reads an `otpauth://totp/...` link (the Key URI format of Google Authenticator), with what should be said about it.
 * Strict on purpose: whatever would make other codes than the issuer's is refused. An unsupported type is named before
 * anything else is judged, an unsupported encoder or algorithm before the values that go with it (Steam has 5 digits).
 */
export function readOtpauthUri(text: string): Result<AuthenticatorReading, AuthenticatorFailure> {
  const link = text.trim();
  if (link === '') return err({ code: 'authenticator-empty' });
  if (link.length > MAXIMUM_LINK_LENGTH) return err({ code: 'authenticator-too-long', maximum: MAXIMUM_LINK_LENGTH });
  const parts = splitLink(link);
  if (!parts.ok) return parts;
  const parameters = parseParameters(parts.value.query);
  if (!parameters.ok) return parameters;
  const parameter = (name: string) => parameters.value.get(name)?.value;
  const encoder = refuseEncoder(parameter('encoder'));
  if (!encoder.ok) return encoder;
  const algorithm = parseAlgorithm(parameter('algorithm'));
  if (!algorithm.ok) return algorithm;
  const digits = parseDigits(parameter('digits'));
  if (!digits.ok) return digits;
  const periodSeconds = parsePeriod(parameter('period'));
  if (!periodSeconds.ok) return periodSeconds;
  const label = parseLabel(parts.value.label);
  if (!label.ok) return label;
  const issuer = resolveIssuer(parameters.value.get('issuer'), label.value.issuer);
  if (!issuer.ok) return issuer;
  const secretText = parameter('secret') ?? '';
  const secret = parseTotpSecret(secretText, 'drop');
  if (!secret.ok) return secret;
  return ok({
    authenticator: {
      secret: secret.value,
      algorithm: algorithm.value,
      digits: digits.value,
      periodSeconds: periodSeconds.value,
      issuer: issuer.value,
      account: label.value.account,
    },
    notices: [...secretNotices(secretText), ...issuerNotices(issuer.value, label.value.issuer)],
  });
}

/** The authenticator of an `otpauth://totp/...` link, without the notices of {@link readOtpauthUri}. */
export function parseOtpauthUri(text: string): Result<Authenticator, AuthenticatorFailure> {
  const read = readOtpauthUri(text);
  return read.ok ? ok(read.value.authenticator) : read;
}

/**
 * The link of an authenticator, with every parameter written out; {@link parseOtpauthUri} is its inverse. It holds the
 * secret. A label is mandatory, so without an account the issuer's name stands for it.
 */
export function formatOtpauthUri(authenticator: Authenticator): string {
  const { algorithm, digits, issuer, periodSeconds } = authenticator;
  const account = authenticator.account || issuer || PARAMANT_DEFAULTS.issuer;
  // A label is split at its first colon, so an issuer with a colon is left to the parameter.
  const prefix = issuer.includes(':') ? '' : issuer;
  const needsColon = prefix !== '' || account.includes(':');
  const label = `${encodeURIComponent(prefix)}${needsColon ? ':' : ''}${encodeURIComponent(account)}`;
  const issuerParameter = issuer === '' ? '' : `&issuer=${encodeURIComponent(issuer)}`;
  const rest = `${issuerParameter}&algorithm=${algorithm}&digits=${digits}&period=${periodSeconds}`;
  return `otpauth://totp/${label}?secret=${authenticator.secret.reveal()}${rest}`;
}

function splitLink(link: string): Result<{ label: string; query: string }, AuthenticatorFailure> {
  const scheme = SCHEME.exec(link)?.[1]?.toLowerCase();
  if (scheme === undefined) return err({ code: 'authenticator-not-a-link' });
  if (OTHER_CODE_SCHEMES.includes(scheme)) return err({ code: 'authenticator-unsupported-type', type: scheme });
  if (scheme === 'otpauth-migration') return err({ code: 'authenticator-migration' });
  if (scheme !== 'otpauth') return err({ code: 'authenticator-unknown-scheme', scheme: quoteForSentence(scheme) });
  const [, type, label = '', query = ''] = AFTER_SCHEME.exec(link.slice('otpauth:'.length)) ?? [];
  if (type === undefined) return err({ code: 'authenticator-link-malformed' });
  if (type.toLowerCase() !== 'totp') {
    return err({ code: 'authenticator-unsupported-type', type: quoteForSentence(type.toLowerCase()) });
  }
  return ok({ label, query });
}

function issuerNotices(issuer: string, labelIssuer: string): readonly AuthenticatorNotice[] {
  if (labelIssuer === '' || labelIssuer === issuer) return [];
  return [{ code: 'authenticator-issuer-differs', issuer, labelIssuer }];
}
