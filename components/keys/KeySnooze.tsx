import { t } from '../../lib/browser/text';
import type { SnoozeDays } from '../../lib/keys/put-off';
import { SNOOZE_DAYS } from '../../lib/keys/put-off';
import type { InventoryKeyView } from '../../lib/messages/key-views';
import { dayWords } from './key-words';

/** Whether a key asks for something that can be put off: a compromised one does not wait. */
export function canBePutOff({ use, state }: Pick<InventoryKeyView, 'use' | 'state'>): boolean {
  return use === 'active' && (state === 'due-soon' || state === 'overdue');
}

type Props = { readonly keyView: InventoryKeyView; readonly onSnooze: (days: SnoozeDays) => void };

/** Puts the reminders of a key off for some days, as often as that is left. */
export function KeySnooze({ keyView: { snoozesLeft, snoozedUntil }, onSnooze }: Props) {
  return (
    <fieldset className="copies">
      <legend>{t('keys.snoozeTitle')}</legend>
      {snoozedUntil !== null && <p>{t('keys.snoozed', [dayWords(snoozedUntil)])}</p>}
      {snoozesLeft > 0 && (
        <div className="row">
          {SNOOZE_DAYS.map(days => (
            <button key={days} type="button" aria-label={t('keys.snoozeOf', days)} onClick={() => onSnooze(days)}>
              {t('keys.days', days)}
            </button>
          ))}
        </div>
      )}
      <p className="hint">{t('keys.snoozesLeft', snoozesLeft)}</p>
    </fieldset>
  );
}
