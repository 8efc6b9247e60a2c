import { t } from '../lib/browser/text';
import { isDue } from '../lib/keys/age';
import type { KeyView } from '../lib/messages/views';
import { KeyAge } from './KeyAge';
import { useShown } from './use-shown';

type Props = {
  readonly keyView: KeyView;
  /** The key in the clear, or null where it cannot be had. */
  readonly onReveal: () => Promise<string | null>;
  readonly onCopy: () => void;
  /** Absent while its rotation is under way: that has its own way on. */
  readonly onRotate?: (() => void) | undefined;
};

/** An account's key: masked until asked for, and masked again by itself. */
export function AccountKey({ keyView, onReveal, onCopy, onRotate }: Props) {
  const { shown, toggle } = useShown(onReveal);
  return (
    <div className="key">
      <code className="key-text">{shown ?? keyView.masked}</code>
      {keyView.kind === 'signing' && <p className="hint">{t('key.signing')}</p>}
      <div className="row">
        <button type="button" onClick={() => void toggle()}>
          {shown === null ? t('key.show') : t('key.hide')}
        </button>
        <button type="button" onClick={onCopy}>
          {t('key.copy')}
        </button>
      </div>
      <div className="row row-spread">
        <KeyAge keyView={keyView} />
        {isDue(keyView) && onRotate && (
          <button type="button" className="urgent" onClick={onRotate}>
            {t('key.rotate')}
          </button>
        )}
      </div>
    </div>
  );
}
