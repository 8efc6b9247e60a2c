import { useRef } from 'react';
import { t } from '../../lib/browser/text';

type Props = { readonly name: string; readonly onRemove: () => void };

/** Takes a key out of the vault, after a question: nothing brings it back. */
export function RemoveKey({ name, onRemove }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" className="urgent" onClick={() => dialog.current?.showModal()}>
        {t('keys.remove')}
      </button>
      <dialog ref={dialog} aria-labelledby="remove-key-title">
        <form method="dialog" className="form">
          <h2 id="remove-key-title">{t('keys.removeTitle')}</h2>
          <p>{t('keys.removeText', [name])}</p>
          <div className="row">
            <button type="submit">{t('keys.removeNo')}</button>
            <button type="submit" className="urgent" onClick={onRemove}>
              {t('keys.removeYes')}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
