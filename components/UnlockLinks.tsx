import { t } from '../lib/browser/text';
import { OpenWindowHint } from './OpenWindowHint';

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
      {onOpenWindow && <OpenWindowHint onOpenWindow={onOpenWindow} />}
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
