import { t } from '../lib/browser/text';
import type { KeyView } from '../lib/messages/views';

/** A key's age in words: how old it is, and when its rotation is due. */
export function ageWords({ state, ageDays, daysLeft }: Pick<KeyView, 'state' | 'ageDays' | 'daysLeft'>): string {
  const old = t('age.old', ageDays);
  if (state === 'compromised') return t('age.compromised', [old]);
  if (daysLeft === null) return t('age.neverDue', [old]);
  return daysLeft < 0 ? t('age.overdueBy', -daysLeft, [old, -daysLeft]) : t('age.dueIn', daysLeft, [old, daysLeft]);
}
