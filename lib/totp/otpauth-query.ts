import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { AuthenticatorFailure } from './authenticator-failure';
import { quoteForSentence } from './authenticator-failure';
import { decodeLinkText } from './link-text';

/** One parameter: as it stands in the link, and percent-decoded. */
export type LinkParameter = { readonly encoded: string; readonly value: string };

/**
 * Anything else is the trace of a broken copy: `&amp;algorithm=SHA256` would be read as an unknown parameter `amp;algorithm`,
 * and the codes would be wrong without a word.
 */
const NAME = /^[A-Za-z0-9_.-]+$/;

/**
 * The parameters by name in lower case. Unknown ones are kept, and ignored by the reader (`icon` and `image` are never
 * fetched). Any name given twice is refused: readers disagree on which one wins, so the two may be an attack.
 * A `#` is no fragment here, since exports write it raw into names.
 */
export function parseParameters(query: string): Result<ReadonlyMap<string, LinkParameter>, AuthenticatorFailure> {
  const parameters = new Map<string, LinkParameter>();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    // The first '=' only: a secret may bring its padding.
    const equals = pair.indexOf('=');
    const name = decodeLinkText(equals < 0 ? pair : pair.slice(0, equals));
    if (!name.ok) return name;
    if (!NAME.test(name.value)) return err({ code: 'authenticator-link-malformed' });
    const key = name.value.toLowerCase();
    if (parameters.has(key)) {
      return err({ code: 'authenticator-duplicate-parameter', parameter: quoteForSentence(key) });
    }
    const encoded = equals < 0 ? '' : pair.slice(equals + 1);
    const value = decodeLinkText(encoded);
    if (!value.ok) return value;
    parameters.set(key, { encoded, value: value.value });
  }
  return ok(parameters);
}
