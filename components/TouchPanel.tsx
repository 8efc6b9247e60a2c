import { useId } from 'react';
import type { HeldTouch } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import type { HeldWorld } from './AskTouch';
import { AskTouch } from './AskTouch';
import { refusalsOf } from './refusals';

type Props = HeldWorld & {
  readonly account: AccountView;
  readonly onOpenWindow?: (() => void) | undefined;
  readonly onSignIn: (touch: HeldTouch) => Promise<readonly Failure[]>;
};

/** Leads a sign-in that was asked for elsewhere through the touch that it takes. */
export function TouchPanel({ account, onSignIn, ...world }: Props) {
  const headingId = useId();
  return (
    <section className="sign-in" aria-labelledby={headingId}>
      <h2 id={headingId}>{`${account.label} · ${account.email}`}</h2>
      <p>{t('held.touchToSignIn')}</p>
      <AskTouch
        {...world}
        submit={t('held.touchAndSignIn')}
        submitClass="primary wide"
        focusFirst
        onTouched={async touch => refusalsOf<string>(await onSignIn(touch))}
      />
    </section>
  );
}
