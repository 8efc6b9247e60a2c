import { t } from '../lib/browser/text';
import type { AccountView } from '../lib/messages/views';
import { SelectField } from './SelectField';

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
  const choices = accounts.map(({ id, label, email }) => ({
    value: id,
    label: label === email ? email : `${label} · ${email}`,
  }));
  if (value === '') choices.unshift({ value: '', label: t('enrol.chooseAccount') });
  if (newFor !== undefined) choices.push({ value: NEW_ACCOUNT, label: t('enrol.newAccount', [newFor]) });
  return <SelectField label={t('enrol.account')} value={value} choices={choices} onChoose={onChoose} />;
}
