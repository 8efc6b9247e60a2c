import type { Message } from './message';

/**
 * Where a page says its latest sentence. The status region is there before it says anything, since screen readers
 * announce changes of a region they already know; an alert is announced by appearing.
 */
export function MessageLine({ message }: { readonly message: Message | null }) {
  return (
    <div className="message" data-kind={message?.kind ?? 'none'}>
      <p role="status">{message?.kind === 'status' ? message.text : ''}</p>
      {message?.kind === 'alert' && <p role="alert">{message.text}</p>}
    </div>
  );
}
