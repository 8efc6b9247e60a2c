import { useId, useState } from 'react';
import { t } from '../lib/browser/text';
import type { AccountView } from '../lib/messages/views';
import { useInitialFocus } from './use-initial-focus';

type Props = {
  readonly accounts: readonly AccountView[];
  /** The account that signed in last, offered first. */
  readonly lastAccountId: string | null;
  readonly busy: boolean;
  readonly onSignIn: (accountId: string) => void;
};

/** The one thing to do on the login page. Which account is asked only where there is a choice. */
export function SignInPanel({ accounts, lastAccountId, busy, onSignIn }: Props) {
  const id = useId();
  // Opening the popup and pressing Enter is then the whole gesture.
  const button = useInitialFocus<HTMLButtonElement>(true);
  const [chosenId, setChosenId] = useState(lastAccountId);
  const account = accounts.find(candidate => candidate.id === chosenId) ?? accounts[0];
  if (account === undefined) return null;
  return (
    <section className="sign-in">
      {accounts.length > 1 && (
        <div className="field">
          <label htmlFor={id}>{t('signIn.account')}</label>
          <select id={id} value={account.id} onChange={event => setChosenId(event.target.value)}>
            {accounts.map(choice => (
              <option key={choice.id} value={choice.id}>
                {`${choice.label} · ${choice.email}`}
              </option>
            ))}
          </select>
        </div>
      )}
      <button
        type="button"
        className="primary wide"
        ref={button}
        // Kept focusable while it runs: a button that vanishes under the keyboard leaves its user nowhere.
        aria-disabled={busy}
        onClick={() => {
          if (!busy) onSignIn(account.id);
        }}
      >
        {t('signIn.submit')}
      </button>
    </section>
  );
}
