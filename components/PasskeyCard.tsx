import { useState } from 'react';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { WayInView } from '../lib/messages/views';
import { RenameForm } from './RenameForm';
import { useInitialFocus } from './use-initial-focus';
import { WayInCard } from './WayInCard';

type Props = {
  readonly wayIn: WayInView;
  readonly others: readonly WayInView[];
  readonly onRename: (name: string) => Promise<readonly Failure[]>;
  readonly onRemove: () => void;
};

type ButtonProps = { readonly focused: boolean; readonly onClick: () => void };

function RenameButton({ focused, onClick }: ButtonProps) {
  const button = useInitialFocus<HTMLButtonElement>(focused);
  return (
    <button type="button" className="quiet" ref={button} onClick={onClick}>
      {t('waysIn.rename')}
    </button>
  );
}

/** One passkey, by its name. */
export function PasskeyCard({ wayIn, others, onRename, onRemove }: Props) {
  // Once the form has been there, the button that comes back takes the focus along.
  const [naming, setNaming] = useState<'not yet' | 'now' | 'done'>('not yet');

  async function rename(name: string) {
    const failures = await onRename(name);
    if (failures.length === 0) setNaming('done');
    return failures;
  }
  return (
    <WayInCard title={wayIn.name} text={t('waysIn.passkeyText')}>
      {naming === 'now' ? (
        <RenameForm wayIn={wayIn} others={others} onRename={rename} onCancel={() => setNaming('done')} />
      ) : (
        <div className="card-foot row">
          <RenameButton focused={naming === 'done'} onClick={() => setNaming('now')} />
          <button type="button" className="quiet" onClick={onRemove}>
            {t('waysIn.remove')}
          </button>
        </div>
      )}
    </WayInCard>
  );
}
