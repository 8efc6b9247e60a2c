import { useId } from 'react';
import { t } from '../lib/browser/text';
import type { AccountView } from '../lib/messages/views';

/** Stands for an account that is made anew. */
export const NEW_ACCOUNT = 'new';

type Props = {
  readonly accounts: readonly AccountView[];
  /** The id of the account, {@link NEW_ACCOUNT}, or '' where none is chosen yet. */
  readonly value: string;
  /** The address of an account that could be made anew; absent where none can. */
  readonly newFor?: string | undefined;
  readonly onChoose: (value: string) => void;
};

/** Which account something goes to. Nothing is chosen by itself that the page does not name. */
export function EnrolAccountChoice({ accounts, value, newFor, onChoose }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('enrol.account')}</label>
      <select id={id} value={value} onChange={event => onChoose(event.target.value)}>
        {value === '' && <option value="">{t('enrol.chooseAccount')}</option>}
        {accounts.map(account => (
          <option key={account.id} value={account.id}>
            {account.label === account.email ? account.email : `${account.label} · ${account.email}`}
          </option>
        ))}
        {newFor !== undefined && <option value={NEW_ACCOUNT}>{t('enrol.newAccount', [newFor])}</option>}
      </select>
    </div>
  );
}
