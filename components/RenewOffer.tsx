import { useId } from 'react';
import { t } from '../lib/browser/text';

type Props = { readonly checked: boolean; readonly onChange: (checked: boolean) => void };

/** Offers a new vault key along with another change, and says why. */
export function RenewOffer({ checked, onChange }: Props) {
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
        {t('renewal.why')}
      </p>
    </div>
  );
}
