import { t } from '../lib/browser/text';

/** The way to a page that a passkey's prompt does not close, for whoever sees the popup go. */
export function OpenWindowHint({ onOpenWindow }: { readonly onOpenWindow: () => void }) {
  return (
    <p className="hint">
      {t('unlock.windowHint')}{' '}
      <button type="button" className="link" onClick={onOpenWindow}>
        {t('unlock.openWindow')}
      </button>
    </p>
  );
}
