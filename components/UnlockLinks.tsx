import { t } from '../lib/browser/text';

type Props = {
  readonly onForgot: () => void;
  /** Absent where a passkey's prompt leaves the page alone, or there is no passkey. */
  readonly onOpenWindow?: (() => void) | undefined;
  readonly onCopies?: (() => void) | undefined;
};

/** Where to go from an unlock form that does not help. */
export function UnlockLinks({ onForgot, onOpenWindow, onCopies }: Props) {
  return (
    <>
      {onOpenWindow && (
        <p className="hint">
          {t('unlock.windowHint')}{' '}
          <button type="button" className="link" onClick={onOpenWindow}>
            {t('unlock.openWindow')}
          </button>
        </p>
      )}
      <p className="row links">
        <button type="button" className="link" onClick={onForgot}>
          {t('unlock.forgot')}
        </button>
        {onCopies && (
          <button type="button" className="link" onClick={onCopies}>
            {t('recovery.title')}
          </button>
        )}
      </p>
    </>
  );
}
