import type { MouseEvent } from 'react';
import { t } from '../lib/browser/text';
import { momentWords } from './moment-words';

type Props = { readonly keptAtMs: number; readonly onDiscard: () => void };

/** Says that a form was brought back as it was left, and offers to begin it anew. */
export function DraftNotice({ keptAtMs, onDiscard }: Props) {
  function discard(event: MouseEvent<HTMLButtonElement>) {
    // The button goes away with the focus in it.
    event.currentTarget.form?.querySelector('input')?.focus();
    onDiscard();
  }
  return (
    <div className="message" data-kind="status" role="status">
      <p>{t('form.restored', [momentWords(keptAtMs)])}</p>
      <button type="button" onClick={discard}>
        {t('form.discard')}
      </button>
    </div>
  );
}
