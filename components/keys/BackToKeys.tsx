import { t } from '../../lib/browser/text';

/** Leads from an account's keys, or one of them, to the list of all. */
export function BackToKeys() {
  return (
    <p>
      <a href="#keys" className="way-on">
        {t('keys.back')}
      </a>
    </p>
  );
}
