import { t } from '../lib/browser/text';
import type { AccountView } from '../lib/messages/views';

type Props = {
  readonly account: AccountView;
  /** The name of the group of choices. */
  readonly name: string;
  /** The number key that chooses it, or null. */
  readonly number: number | null;
  readonly checked: boolean;
  readonly onChoose: () => void;
};

/** One of several accounts to choose from. */
export function AccountChoice({ account: { label, email, isDefault }, name, number, checked, onChoose }: Props) {
  return (
    <label className="account-choice" title={label === email ? email : `${label} · ${email}`}>
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={onChoose}
        {...(number === null ? {} : { 'aria-keyshortcuts': String(number) })}
      />
      <span className="account-choice-label">{label}</span>
      {isDefault && <span className="tag">{t('signIn.default')}</span>}
      {number !== null && (
        <span className="account-choice-key" aria-hidden="true">
          {number}
        </span>
      )}
      {label !== email && <span className="account-choice-email">{email}</span>}
    </label>
  );
}
