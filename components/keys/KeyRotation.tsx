import { t } from '../../lib/browser/text';
import { stepName } from '../rotation/rotation-words';
import type { KeyRow } from './inventory';
import { nameOfKey } from './key-words';

/** Says of a key that its rotation is under way, what comes next in it, and leads back to it. */
export function KeyRotation({ row: { account, key, rotation } }: { readonly row: KeyRow }) {
  return (
    rotation && (
      <div className="due-notice rotation-notice">
        <p>{t('rotation.underWay', [stepName(rotation.stage)])}</p>
        <a
          className="button"
          href={`#rotate/${account.id}/${rotation.oldKeyId}`}
          aria-label={`${t('rotation.goOn')}: ${nameOfKey(key)}`}
        >
          {t('rotation.goOn')}
        </a>
      </div>
    )
  );
}
