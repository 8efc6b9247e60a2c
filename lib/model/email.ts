import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { countCodePoints, hasInvisible, isPlainLine } from './text';

export type EmailFailure = { readonly code: 'email-empty' | 'email-invalid' };

/** RFC 5321 section 4.5.3.1.3 allows a path of 256 octets, of which two are its brackets. */
const EMAIL_CAP = 254;

/**
 * What stands before the @ is quoted, or free of the signs that mean something around an address (RFC 5322 section
 * 3.2.3): brackets, quotes and separators come along when an address is copied out of a list or a link. Behind the @ is
 * a server with a dot in its name.
 */
const ADDRESS = /^(?:"[^\s@"]+"|[^\s@<>()[\]:;,"\\]+)@[^\s@.<>();:,"'“”‘’]+(?:\.[^\s@.<>();:,"'“”‘’]+)+$/u;

/**
 * An address as a person types it, trimmed. What is left of the last @ is the mail server's business and is kept to the
 * letter; only what can be no address at all is refused.
 */
export function parseEmail(text: string): Result<string, EmailFailure> {
  const email = text.trim();
  if (email === '') return err({ code: 'email-empty' });
  const wellFormed = ADDRESS.test(email) && isPlainLine(email) && !hasInvisible(email);
  return wellFormed && countCodePoints(email) <= EMAIL_CAP ? ok(email) : err({ code: 'email-invalid' });
}

/** Whether two addresses lead to the same account: the site compares them without case. */
export function isSameEmail(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
