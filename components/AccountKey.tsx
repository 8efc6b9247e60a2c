import { useEffect, useState } from 'react';
import { t } from '../lib/browser/text';
import { isDue } from '../lib/keys/age';
import type { KeyView } from '../lib/messages/views';
import { SECOND_MS } from '../lib/shared/duration';
import { KeyAge } from './KeyAge';

const HIDE_AFTER_MS = 30 * SECOND_MS;

type Props = {
  readonly keyView: KeyView;
  /** The key in the clear, or null where it cannot be had. */
  readonly onReveal: () => Promise<string | null>;
  readonly onCopy: () => void;
  readonly onRotate: () => void;
};

/** An account's key: masked until asked for, and masked again by itself. */
export function AccountKey({ keyView, onReveal, onCopy, onRotate }: Props) {
  const [revealed, setRevealed] = useState<string | null>(null);
  useEffect(() => {
    if (revealed === null) return;
    const timer = setTimeout(() => setRevealed(null), HIDE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [revealed]);

  return (
    <div className="key">
      <code className="key-text">{revealed ?? keyView.masked}</code>
      {keyView.kind === 'signing' && <p className="hint">{t('key.signing')}</p>}
      <div className="row">
        <button type="button" onClick={async () => setRevealed(revealed === null ? await onReveal() : null)}>
          {revealed === null ? t('key.show') : t('key.hide')}
        </button>
        <button type="button" onClick={onCopy}>
          {t('key.copy')}
        </button>
      </div>
      <div className="row row-spread">
        <KeyAge keyView={keyView} />
        {isDue(keyView) && (
          <button type="button" className="urgent" onClick={onRotate}>
            {t('key.rotate')}
          </button>
        )}
      </div>
    </div>
  );
}
