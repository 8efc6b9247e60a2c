import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { ApiKeyFailure, ParsedApiKey } from './api-key';
import { parseApiKey } from './api-key';

/** `shown-key-none`: no key is shown. `shown-keys-several`: more than one, so nobody can tell which is meant. */
export type ShownKeyFailure = { readonly code: 'shown-key-none' | 'shown-keys-several' } | ApiKeyFailure;

/**
 * The one API key among the texts that a page shows. Only whole ones count, and only as they are issued: nothing is dropped
 * or mended, since it is the page that writes here and no person. A masked one is no key.
 */
export function chooseShownKey(texts: readonly string[]): Result<ParsedApiKey, ShownKeyFailure> {
  const readings = [...new Set(texts.map(text => text.trim()))].filter(text => text !== '').map(parseApiKey);
  const whole = readings.flatMap(reading => (reading.ok && !reading.value.trimmed ? [reading.value] : []));
  const [only] = whole;
  if (only !== undefined) return whole.length === 1 ? ok(only) : err({ code: 'shown-keys-several' });
  const refusals = readings.flatMap(reading => (reading.ok ? [] : [reading.error]));
  const told = refusals.find(({ code }) => code === 'api-key-masked' || code === 'api-key-licence');
  return err(told ?? { code: 'shown-key-none' });
}
