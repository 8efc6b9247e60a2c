import { t } from '../lib/browser/text';

/** What is stored cannot be read: says so, and offers nothing that could overwrite it. */
export function DamagedVault() {
  return (
    <section className="form panel">
      <h1>{t('damaged.title')}</h1>
      <p role="alert">{t('damaged.text')}</p>
      <p>{t('damaged.advice')}</p>
    </section>
  );
}
