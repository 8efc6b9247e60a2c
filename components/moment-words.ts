import { t } from '../lib/browser/text';

/**
 * A date and time as the person writes them, to the second, so that two saves of one minute are told apart; `null`, and the
 * 0 of a clock that never ran, are unknown.
 */
export function momentWords(ms: number | null): string {
  if (ms === null || ms === 0) return t('recovery.dateUnknown');
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' }).format(ms);
}
