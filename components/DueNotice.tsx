import { t } from '../lib/browser/text';
import { isDue } from '../lib/keys/age';
import type { AccountView } from '../lib/messages/views';

type Props = {
  readonly count: number;
  readonly accounts: readonly AccountView[];
  /** Leads to the list of all keys. */
  readonly onLook: () => void;
};

/** Says above the cards that keys are due. A card says so of the one key that it shows; where there are others, the list does. */
export function DueNotice({ count, accounts, onLook }: Props) {
  if (count === 0) return null;
  const onCards = accounts.filter(({ key }) => key !== null && isDue(key)).length;
  if (onCards >= count) return <p className="due-notice">{t('due.title', count)}</p>;
  return (
    <div className="due-notice rotation-notice">
      <p>{t('due.title', count)}</p>
      <button type="button" onClick={onLook}>
        {t('due.look')}
      </button>
    </div>
  );
}
