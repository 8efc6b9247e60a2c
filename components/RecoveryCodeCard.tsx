import { t } from '../lib/browser/text';
import { WayInCard } from './WayInCard';

type Props = { readonly isThere: boolean; readonly onMake: () => void; readonly onRemove: () => void };

/** The recovery code: that there is one, or a way to one. */
export function RecoveryCodeCard({ isThere, onMake, onRemove }: Props) {
  return (
    <WayInCard title={t('waysIn.recoveryCode')} text={isThere ? t('waysIn.recoveryThere') : t('waysIn.recoveryAbsent')}>
      {isThere ? (
        <div className="card-foot row">
          <button type="button" className="quiet" onClick={onMake}>
            {t('waysIn.replaceCode')}
          </button>
          <button type="button" className="quiet" onClick={onRemove}>
            {t('waysIn.remove')}
          </button>
        </div>
      ) : (
        <div className="row">
          <button type="button" onClick={onMake}>
            {t('waysIn.makeCode')}
          </button>
        </div>
      )}
    </WayInCard>
  );
}
