import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { countCodePoints, isPlainLine } from './text';

export type EmailFailure = { readonly code: 'email-empty' | 'email-invalid' };

/** RFC 5321 section 4.5.3.1.3 allows a path of 256 octets, of which two are its brackets. */
const EMAIL_CAP = 254;

/**
 * An address as a person types it, trimmed. What is left of the last @ is the mail server's business and is kept to the
 * letter; only what can be no address at all is refused.
 */
export function parseEmail(text: string): Result<string, EmailFailure> {
  const email = text.trim();
  if (email === '') return err({ code: 'email-empty' });
  const wellFormed = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(email) && isPlainLine(email);
  return wellFormed && countCodePoints(email) <= EMAIL_CAP ? ok(email) : err({ code: 'email-invalid' });
}

/** Whether two addresses lead to the same account: the site compares them without case. */
export function isSameEmail(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
