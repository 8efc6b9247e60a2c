import type { TouchedPasskey } from '../lib/browser/passkey-port';
import { t } from '../lib/browser/text';
import { FormError } from './FormError';

type Props = {
  readonly name: string;
  readonly decision: TouchedPasskey | 'dropped' | null;
  readonly error: string | undefined;
  readonly busy: boolean;
  /** Absent where this browser offers no passkeys. */
  readonly onTouch?: () => void;
  readonly onDrop: () => void;
};

/** One passkey of a vault that gets a new key: touched, dropped, or still to be decided. */
export function RenewPasskeyItem({ name, decision, error, busy, onTouch, onDrop }: Props) {
  const isTouched = decision !== null && decision !== 'dropped';
  return (
    <li data-decided={decision !== null}>
      <h3>{name}</h3>
      <p className="hint" role="status">
        {isTouched && t('renewal.touched')}
        {decision === 'dropped' && t('renewal.dropped')}
      </p>
      <FormError error={error} />
      <div className="row">
        {onTouch !== undefined && !isTouched && (
          <button type="button" aria-disabled={busy} onClick={onTouch}>
            {t('renewal.touch', [name])}
          </button>
        )}
        {decision !== 'dropped' && (
          <button type="button" className="quiet" onClick={onDrop}>
            {t('renewal.drop', [name])}
          </button>
        )}
      </div>
    </li>
  );
}
