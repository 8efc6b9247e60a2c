import { useId, useState } from 'react';
import type { HeldTouch } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import type { HeldWorld } from './AskTouch';
import { AskTouch } from './AskTouch';
import { refusalsOf } from './refusals';
import { useInitialFocus } from './use-initial-focus';

/** How an account is signed in that a passkey holds. */
export type TouchedSignIn = HeldWorld & {
  readonly onSignIn: (accountId: string, touch: HeldTouch) => Promise<readonly Failure[]>;
  /** Absent where a passkey's prompt leaves the page alone. */
  readonly onOpenWindow?: ((accountId: string) => void) | undefined;
};

type Props = {
  readonly accounts: readonly AccountView[];
  /** The account that signed in last, offered first. */
  readonly lastAccountId: string | null;
  readonly busy: boolean;
  readonly onSignIn: (accountId: string) => void;
  /** Null where no account takes a touch now. */
  readonly touched: TouchedSignIn | null;
};

type ButtonProps = { readonly busy: boolean; readonly onClick: () => void };

function SignInButton({ busy, onClick }: ButtonProps) {
  // Opening the popup and pressing Enter is then the whole gesture.
  const button = useInitialFocus<HTMLButtonElement>(true);
  return (
    <button
      type="button"
      className="primary wide"
      ref={button}
      // Kept focusable while it runs: a button that vanishes under the keyboard leaves its user nowhere.
      aria-disabled={busy}
      onClick={() => {
        if (!busy) onClick();
      }}
    >
      {t('signIn.submit')}
    </button>
  );
}

type TouchProps = { readonly accountId: string; readonly busy: boolean; readonly touched: TouchedSignIn };

function SignInTouch({ accountId, busy, touched: { onSignIn, onOpenWindow, ...world } }: TouchProps) {
  return (
    <AskTouch
      {...world}
      submit={t('signIn.submit')}
      submitClass="primary wide"
      focusFirst
      inert={busy}
      onTouched={async touch => refusalsOf<string>(await onSignIn(accountId, touch))}
      onOpenWindow={onOpenWindow && (() => onOpenWindow(accountId))}
    />
  );
}

/** The one thing to do on the login page. Which account is asked only where there is a choice. */
export function SignInPanel({ accounts, lastAccountId, busy, onSignIn, touched }: Props) {
  const id = useId();
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
      {account.isHeld && touched !== null ? (
        <SignInTouch key={account.id} accountId={account.id} busy={busy} touched={touched} />
      ) : (
        <SignInButton busy={busy} onClick={() => onSignIn(account.id)} />
      )}
    </section>
  );
}
