import { t } from '../../lib/browser/text';
import type { AccountView } from '../../lib/messages/views';
import { stepName } from './rotation-words';

type Props = { readonly rotation: AccountView['rotation']; readonly onGoOn: () => void };

/** Says on an account's card that a rotation is under way, and what comes next in it. */
export function RotationNotice({ rotation, onGoOn }: Props) {
  return (
    rotation && (
      <div className="due-notice rotation-notice">
        <p>{t('rotation.underWay', [stepName(rotation.stage)])}</p>
        <button type="button" onClick={onGoOn}>
          {t('rotation.goOn')}
        </button>
      </div>
    )
  );
}
