import { t } from '../lib/browser/text';
import type { Status } from '../lib/messages/views';
import { momentWords } from './moment-words';

type Props = {
  readonly rollback: Status['rollback'];
  readonly onLook: () => void;
  /** Absent where there is no room to weigh it. */
  readonly onKeep?: () => void;
};

/** Says that an older vault is open than this browser has held, and what to do about it. */
export function RollbackNotice({ rollback, onLook, onKeep }: Props) {
  if (!rollback) return null;
  const dates = [momentWords(rollback.openSavedAtMs), momentWords(rollback.seenSavedAtMs)] as const;
  return (
    <section className="warning" aria-label={t('rollback.title')}>
      <p role="alert">{t('rollback.text', [...dates])}</p>
      {onKeep && <p>{t('rollback.advice')}</p>}
      <div className="row">
        <button type="button" onClick={onLook}>
          {t('recovery.look')}
        </button>
        {onKeep && (
          <button type="button" className="quiet" onClick={onKeep}>
            {t('rollback.keep')}
          </button>
        )}
      </div>
    </section>
  );
}
