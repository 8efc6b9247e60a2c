import { useEffect } from 'react';
import { t } from '../lib/browser/text';

/** A sign-in under way, and the ways to end it: its button, and Escape, which otherwise closes the popup. */
export function CancelSignIn({ onCancel }: { readonly onCancel: () => void }) {
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
    <button type="button" className="wide" aria-keyshortcuts="Escape" onClick={onCancel}>
      {t('signIn.cancel')}
    </button>
  );
}
