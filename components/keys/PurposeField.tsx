import { useId } from 'react';
import { t } from '../../lib/browser/text';
import type { InventoryKeyView } from '../../lib/messages/key-views';

type Purpose = InventoryKeyView['purpose'];

type Props = {
  readonly value: Purpose;
  readonly error: string | undefined;
  readonly onChoose: (purpose: Purpose) => void;
};

/** What a key is for. */
export function PurposeField({ value, error, onChoose }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('keys.purpose')}</label>
      <select
        id={id}
        value={value}
        onChange={event => onChoose(event.target.value as Purpose)}
        aria-invalid={error !== undefined}
        {...(error === undefined ? {} : { 'aria-describedby': `${id}-error` })}
      >
        <option value="sign-in">{t('keys.forSigningIn')}</option>
        <option value="integration">{t('keys.forIntegration')}</option>
      </select>
      {error && (
        <p className="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
