import type { LocalDate } from '../shared/local-date';
import { daysBetween, parseLocalDate } from '../shared/local-date';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';

export type CreatedOnFailure = { readonly code: 'created-on-invalid' | 'created-on-future' };

/**
 * The day a key was made, today or earlier. The site does not tell it, so an empty field means the day the key is
 * saved (docs/site.md).
 */
export function parseCreatedOn(text: string, today: LocalDate): Result<LocalDate, CreatedOnFailure> {
  if (text.trim() === '') return ok(today);
  const date = parseLocalDate(text.trim());
  if (date === null) return err({ code: 'created-on-invalid' });
  return daysBetween(date, today) < 0 ? err({ code: 'created-on-future' }) : ok(date);
}
