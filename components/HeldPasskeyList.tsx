import { t } from '../lib/browser/text';
import type { HeldView } from '../lib/messages/views';
import { WayInCard } from './WayInCard';

export type ListedPasskey = HeldView['passkeys'][number];

type Props = { readonly held: HeldView; readonly onRemove: (passkey: ListedPasskey) => void };

/** The passkeys that hold accounts, a card each. The last one stays. */
export function HeldPasskeyList({ held: { passkeys }, onRemove }: Props) {
  const isLast = passkeys.length === 1;
  return (
    <ul className="cards">
      {passkeys.map(passkey => (
        <WayInCard
          key={passkey.wrapId}
          title={passkey.name}
          text={isLast ? `${t('held.passkeyText')} ${t('held.last')}` : t('held.passkeyText')}
        >
          {!isLast && (
            <div className="card-foot row">
              <button type="button" className="quiet" onClick={() => onRemove(passkey)}>
                {t('waysIn.remove')}
              </button>
            </div>
          )}
        </WayInCard>
      ))}
    </ul>
  );
}
