import { t } from '../lib/browser/text';

/** What is stored cannot be read, in the popup: says so, and leads to where something can be done about it. */
export function DamagedVault({ onCopies }: { readonly onCopies: () => void }) {
  return (
    <section className="form">
      <h1>{t('damaged.title')}</h1>
      <p role="alert">{t('damaged.short')}</p>
      <button type="button" className="primary" onClick={onCopies}>
        {t('recovery.look')}
      </button>
    </section>
  );
}
