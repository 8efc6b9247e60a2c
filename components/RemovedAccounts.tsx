import { useId } from 'react';
import { t } from '../lib/browser/text';
import type { RemovedView } from '../lib/messages/views';

type Props = { readonly removed: readonly RemovedView[]; readonly onRestore: (account: RemovedView) => void };

/** The accounts that were removed in the last day, each with the way back. Absent where there are none. */
export function RemovedAccounts({ removed, onRestore }: Props) {
  const id = useId();
  if (removed.length === 0) return null;
  return (
    <section className="removed" aria-labelledby={id}>
      <h2 id={id}>{t('accounts.removedLately')}</h2>
      <ul>
        {removed.map(account => (
          <li key={account.id} className="row">
            <span>{account.label}</span>
            <button
              type="button"
              className="link"
              aria-label={t('accounts.bringBackOne', [account.label])}
              onClick={() => onRestore(account)}
            >
              {t('accounts.bringBack')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
