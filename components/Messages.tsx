import { MessageLine } from './MessageLine';
import type { Message } from './message';
import { RemovedAccount } from './RemovedAccount';
import type { Removals } from './use-removals';

type Props = { readonly message: Message | null; readonly removals: Pick<Removals, 'removed' | 'restore'> };

/** All that a page says: what was removed and can be taken back, one line each, and the latest sentence below. */
export function Messages({ message, removals: { removed, restore } }: Props) {
  return (
    <div className="messages">
      {removed.map(account => (
        <RemovedAccount key={account.id} account={account} onUndo={() => void restore(account)} />
      ))}
      <MessageLine message={message} />
    </div>
  );
}
