import { useEffect } from 'react';
import { t } from '../lib/browser/text';

type Props = {
  /** Whom it signs in; null where there is only one. */
  readonly label: string | null;
  readonly onCancel: () => void;
};

/** A sign-in under way, and the ways to end it: its button, and Escape, which otherwise closes the popup. */
export function CancelSignIn({ label, onCancel }: Props) {
  useEffect(() => {
    function take(event: KeyboardEvent): void {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onCancel();
    }
    document.addEventListener('keydown', take);
    return () => document.removeEventListener('keydown', take);
  }, [onCancel]);
  return (
    <div className="under-way">
      {label !== null && <p>{t('signIn.runningAs', [label])}</p>}
      <button type="button" className="wide" aria-keyshortcuts="Escape" onClick={onCancel}>
        {t('signIn.cancel')}
      </button>
    </div>
  );
}
