import { t } from '../lib/browser/text';

/** The popup before there is a vault. */
export function Welcome({ onStart }: { readonly onStart: () => void }) {
  return (
    <section className="form">
      <h1>{t('welcome.title')}</h1>
      <p>{t('welcome.text')}</p>
      <button type="button" className="primary" onClick={onStart}>
        {t('welcome.start')}
      </button>
    </section>
  );
}
