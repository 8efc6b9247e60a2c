import { useRef, useState } from 'react';
import { clockTime } from '../lib/browser/clock-time';
import type { HeldTouch } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import { SUBMITS_ALLOWED } from '../lib/signin/submits';
import { AccountChooser } from './AccountChooser';
import type { HeldWorld } from './AskTouch';
import { AskTouch } from './AskTouch';
import { refusalsOf } from './refusals';
import type { SignInWish } from './sign-in-wish';
import { useInitialFocus } from './use-initial-focus';
import { usePassed } from './use-passed';

/** How an account is signed in that a passkey holds. */
export type TouchedSignIn = HeldWorld & {
  readonly onSignIn: (accountId: string, touch: HeldTouch, wish: SignInWish) => Promise<readonly Failure[]>;
  /** Absent where a passkey's prompt leaves the page alone. */
  readonly onOpenWindow?: ((accountId: string) => void) | undefined;
};

type Props = {
  readonly accounts: readonly AccountView[];
  /** The account that is chosen until the person chooses another: the default, else the one used last. */
  readonly offeredId: string | null;
  readonly busy: boolean;
  /** Until when the site would refuse a sign-in, or null: then it takes the person's word to start one. */
  readonly opensAtMs: number | null;
  /** Whether the page says that already, as the outcome of the last one. */
  readonly isLimitTold?: boolean;
  readonly onSignIn: (accountId: string, wish: SignInWish) => void;
  /** Null where no account takes a touch now. */
  readonly touched: TouchedSignIn | null;
};

type ButtonProps = { readonly text: string; readonly busy: boolean; readonly onClick: () => void };

function SignInButton({ text, busy, onClick }: ButtonProps) {
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
      {text}
    </button>
  );
}

type TouchProps = {
  readonly accountId: string;
  readonly text: string;
  readonly busy: boolean;
  readonly wish: SignInWish;
  readonly touched: TouchedSignIn;
};

function SignInTouch({ accountId, text, busy, wish, touched: { onSignIn, onOpenWindow, ...world } }: TouchProps) {
  return (
    <AskTouch
      {...world}
      submit={text}
      submitClass="primary wide"
      focusFirst
      inert={busy}
      onTouched={async touch => refusalsOf<string>(await onSignIn(accountId, touch, wish))}
      onOpenWindow={onOpenWindow && (() => onOpenWindow(accountId))}
    />
  );
}

/** The one thing to do on the login page. Which account is asked only where there is a choice. */
export function SignInPanel(props: Props) {
  const { accounts, offeredId, busy, opensAtMs, isLimitTold = false, onSignIn, touched } = props;
  const panel = useRef<HTMLElement>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const account = accounts.find(({ id }) => id === (chosenId ?? offeredId)) ?? accounts[0];
  const isOpen = usePassed(opensAtMs);
  if (account === undefined) return null;
  const isTouched = account.isHeld && touched !== null;
  const text = isOpen ? t('signIn.submit') : t('signIn.anyway');
  const wish: SignInWish = isOpen ? {} : { agreed: ['limit'] };
  return (
    <section className="sign-in" ref={panel}>
      {accounts.length > 1 && (
        <AccountChooser
          accounts={accounts}
          chosen={account}
          onChoose={setChosenId}
          within={panel}
          onEnter={() => panel.current?.querySelector<HTMLButtonElement>('button.primary')?.click()}
        />
      )}
      {!isOpen && opensAtMs !== null && !isLimitTold && (
        <p role="alert">{t('signIn.limited', [String(SUBMITS_ALLOWED), clockTime(opensAtMs)])}</p>
      )}
      {isTouched ? (
        <SignInTouch key={account.id} accountId={account.id} {...{ text, busy, wish, touched }} />
      ) : (
        <SignInButton text={text} busy={busy} onClick={() => onSignIn(account.id, wish)} />
      )}
      {!isTouched && !busy && (
        <button type="button" className="quiet" onClick={() => onSignIn(account.id, { ...wish, mode: 'fill' })}>
          {t('signIn.fillOnly')}
        </button>
      )}
    </section>
  );
}
