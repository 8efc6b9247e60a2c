import { t } from '../../lib/browser/text';
import type { InventoryKeyView } from '../../lib/messages/key-views';
import type { HistoryAct } from '../../lib/model/history';
import type { LocalDate } from '../../lib/shared/local-date';
import { daysBetween, localDateOf } from '../../lib/shared/local-date';
import { ageWords } from '../age-words';

/** What a key goes by: its label, else what is shown of itself. */
export function nameOfKey({ label, masked }: Pick<InventoryKeyView, 'label' | 'masked'>): string {
  return label === '' ? masked : label;
}

/** The same, with what is shown of a key that has a label: it tells two of one name apart. */
export function nameAndMaskOf({ label, masked }: Pick<InventoryKeyView, 'label' | 'masked'>): string {
  return label === '' ? masked : `${label}, ${masked}`;
}

/** A day as the person writes it. */
export function dayWords(date: LocalDate): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(`${date}T00:00`));
}

/** What a key is for. */
export function purposeWords({ kind, purpose, isFilled, mayBeFilled, compromisedAtMs }: InventoryKeyView): string {
  if (kind === 'signing') return t('keys.forSigning');
  if (purpose === 'integration') return t('keys.forIntegration');
  if (isFilled) return t('keys.forSignIn');
  // One that is exposed is nothing to fall back on.
  return mayBeFilled && compromisedAtMs === null ? t('keys.forSpare') : t('keys.forSigningIn');
}

/** A key's age and what follows from it, in one line. */
export function lifeWords(key: InventoryKeyView): string {
  if (key.use === 'revoked') {
    return key.revokedAtMs === null
      ? t('keys.isRevoked')
      : t('keys.revokedOn', [dayWords(localDateOf(new Date(key.revokedAtMs)))]);
  }
  const age = ageWords(key);
  return key.snoozedUntil === null ? age : `${age}. ${t('keys.putOffUntil', [dayWords(key.snoozedUntil)])}`;
}

/** After how many days a key is due, or why it never is. */
export function intervalWords({ createdOn, dueOn, neverDueBecause }: InventoryKeyView): string {
  if (dueOn !== null) return t('keys.days', daysBetween(createdOn, dueOn));
  return neverDueBecause === null ? t('keys.isNever') : t('keys.never', [neverDueBecause]);
}

/** When Latchkey last used it. */
export function usedWords({ lastUsedAtMs }: InventoryKeyView): string {
  return lastUsedAtMs === null ? t('keys.neverUsed') : dayWords(localDateOf(new Date(lastUsedAtMs)));
}

/** What a key is used in, by name. */
export function placesWords({ integrations }: InventoryKeyView): string {
  return integrations.length === 0 ? t('keys.usedNowhere') : integrations.map(({ name }) => name).join(', ');
}

/** What happened to a key. */
export function actWords(act: HistoryAct): string {
  switch (act) {
    case 'created':
      return t('keys.didCreated');
    case 'copied':
      return t('keys.didCopied');
    case 'filled':
      return t('keys.didFilled');
    case 'rotated':
      return t('keys.didRotated');
    case 'revealed':
      return t('keys.didRevealed');
    case 'exported':
      return t('keys.didExported');
  }
}
