import { useLayoutEffect, useRef } from 'react';
import { t } from '../lib/browser/text';
import type { Message } from './message';

/**
 * Where a page speaks. The status region is there before it says anything, since screen readers announce changes of a
 * region they already know; an alert is announced by appearing.
 */
export function MessageLine({ message }: { readonly message: Message | null }) {
  const undo = useRef<HTMLButtonElement>(null);
  const onUndo = message?.onUndo;
  // What was removed had the focus: taking it back is one key press away, from the moment the sentence is there.
  useLayoutEffect(() => {
    if (onUndo !== undefined) undo.current?.focus();
  }, [onUndo]);
  return (
    <div className="message" data-kind={message?.kind ?? 'none'}>
      <p role="status">{message?.kind === 'status' ? message.text : ''}</p>
      {message?.kind === 'alert' && <p role="alert">{message.text}</p>}
      {onUndo && (
        <button type="button" ref={undo} onClick={onUndo}>
          {t('accounts.undo')}
        </button>
      )}
    </div>
  );
}
