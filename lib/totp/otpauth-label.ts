import { MAXIMUM_LABEL_LENGTH } from '../model/authenticator';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { AuthenticatorFailure } from './authenticator-failure';
import { decodeLinkText, isBlank } from './link-text';
import type { LinkParameter } from './otpauth-query';

/** The label of a link: `issuer:account` or `account`. */
export type OtpauthLabel = { readonly issuer: string; readonly account: string };

/**
 * Splits at the first colon, raw or encoded; the Key URI format forbids more of them, real accounts have them. A plus
 * is a plus here: a label is a path, and people use plus addresses.
 */
export function parseLabel(encoded: string): Result<OtpauthLabel, AuthenticatorFailure> {
  const decoded = decodeLinkText(encoded);
  if (!decoded.ok) return decoded;
  const colon = decoded.value.indexOf(':');
  const issuer = visible(colon < 0 ? '' : decoded.value.slice(0, colon));
  const account = visible(decoded.value.slice(colon + 1));
  if (account === '') return err({ code: 'authenticator-label-missing' });
  return withinLimit(issuer) && withinLimit(account) ? ok({ issuer, account }) : err(TOO_LONG);
}

/**
 * The issuer that the parameter names; without one, the label's. A `+` in it is a plus (Google, Microsoft), unless
 * reading it as a space gives exactly the label's issuer: then the writer was a form encoder (2FAS, Aegis, Ente).
 */
export function resolveIssuer(
  parameter: LinkParameter | undefined,
  labelIssuer: string,
): Result<string, AuthenticatorFailure> {
  const literal = visible(parameter?.value ?? '');
  if (!withinLimit(literal)) return err(TOO_LONG);
  if (literal === '') return ok(labelIssuer);
  // Only a raw plus may stand for a space. %2B is a plus beyond doubt, so the encoded form is asked.
  const spaced = decodeLinkText((parameter?.encoded ?? '').replaceAll('+', ' '));
  return ok(spaced.ok && visible(spaced.value) === labelIssuer ? labelIssuer : literal);
}

const TOO_LONG = { code: 'authenticator-label-too-long', maximum: MAXIMUM_LABEL_LENGTH } as const;

function visible(text: string): string {
  return isBlank(text) ? '' : text.trim();
}

function withinLimit(text: string): boolean {
  return text.length <= MAXIMUM_LABEL_LENGTH;
}
