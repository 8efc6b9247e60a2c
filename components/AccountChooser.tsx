import type { RefObject } from 'react';
import { useId, useState } from 'react';
import { t } from '../lib/browser/text';
import type { AccountView } from '../lib/messages/views';
import { AccountChoice } from './AccountChoice';
import { findAccounts } from './find-accounts';
import { useChooserKeys } from './use-chooser-keys';

/** As many as there are number keys: of more, typing finds one sooner than looking. */
const MOST_AT_A_GLANCE = 9;

type Props = {
  readonly accounts: readonly AccountView[];
  readonly chosen: AccountView;
  readonly onChoose: (id: string) => void;
  /** Where its keys work: the choice and what is done with it. */
  readonly within: RefObject<HTMLElement | null>;
  /** Does with the chosen account what there is to do. */
  readonly onEnter: () => void;
};

/** Which of several accounts: by the mouse, by arrow and number keys, and of many by typing a part of its name. */
export function AccountChooser({ accounts, chosen, onChoose, within, onEnter }: Props) {
  const name = useId();
  const [sought, setSought] = useState('');
  const isLong = accounts.length > MOST_AT_A_GLANCE;
  const found = findAccounts(accounts, sought);
  // What would sign in is always in sight.
  const shown = found.length === 0 ? [chosen] : found;
  useChooserKeys({ within, shown, chosen, onChoose, onEnter });

  function seek(text: string) {
    setSought(text);
    const [first, ...others] = findAccounts(accounts, text);
    if (first !== undefined && ![first, ...others].includes(chosen)) onChoose(first.id);
  }
  return (
    <fieldset className="chooser">
      <legend>{t('signIn.account')}</legend>
      {isLong && (
        <input
          type="search"
          aria-label={t('signIn.find')}
          placeholder={t('signIn.find')}
          value={sought}
          onChange={event => seek(event.target.value)}
        />
      )}
      <div className="choices">
        {shown.map((account, index) => (
          <AccountChoice
            key={account.id}
            account={account}
            name={name}
            number={index < MOST_AT_A_GLANCE ? index + 1 : null}
            checked={account.id === chosen.id}
            onChoose={() => onChoose(account.id)}
          />
        ))}
      </div>
      {isLong && (
        <p className="hint" role="status">
          {found.length === 0 ? t('signIn.noneFound') : ''}
        </p>
      )}
    </fieldset>
  );
}
