import { t } from '../lib/browser/text';

/** The mark and the name. */
export function Brand() {
  return (
    <p className="brand">
      <img src="/icon/48.png" alt="" width="20" height="20" />
      {t('extension.name')}
    </p>
  );
}
