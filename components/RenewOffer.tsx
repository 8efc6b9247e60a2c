import { useId } from 'react';
import { t } from '../lib/browser/text';
import type { WayInView } from '../lib/messages/views';
import { priceWords } from './renewal-words';

type Props = {
  /** The ways in that stay, each of which a new key asks something of. */
  readonly waysIn: readonly WayInView[];
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
};

/** Offers a new vault key along with another change, and says why and what it takes. */
export function RenewOffer({ waysIn, checked, onChange }: Props) {
  const id = useId();
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={id}
          onChange={event => onChange(event.target.checked)}
        />
        {t('renewal.offer')}
      </label>
      <p className="hint" id={id}>
        {[t('renewal.why'), priceWords(waysIn)].filter(Boolean).join(' ')}
      </p>
    </div>
  );
}
