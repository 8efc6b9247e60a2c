import { useId } from 'react';
import { t } from '../lib/browser/text';
import type { AccountView } from '../lib/messages/views';
import { useInitialFocus } from './use-initial-focus';

type Props = { readonly account: AccountView; readonly onUndo: () => void };

/** One account that was removed, with the way back. */
export function RemovedAccount({ account, onUndo }: Props) {
  const id = useId();
  // What was removed had the focus: taking it back is one key press away. The button is described by its sentence, which
  // is then heard whether or not a region that is new is announced.
  const undo = useInitialFocus<HTMLButtonElement>(true);
  return (
    <div className="message" data-kind="status" role="status">
      <p id={id}>{t('accounts.removed', [account.label])}</p>
      <button type="button" ref={undo} aria-describedby={id} onClick={onUndo}>
        {t('accounts.undo')}
      </button>
    </div>
  );
}
