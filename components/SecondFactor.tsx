import { useState } from 'react';
import type { HeldPort, HeldReading } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import type { RandomBytes } from '../lib/shared/bytes';
import type { LocalDate } from '../lib/shared/local-date';
import { AskTouch } from './AskTouch';
import { HeldRisks } from './HeldRisks';
import { HoldSteps } from './HoldSteps';
import { StepHeading } from './StepHeading';
import { settleChange } from './settle-change';

type Props = {
  readonly account: AccountView;
  /** Whether any account is held: while none is, all can be started anew. */
  readonly isAnyHeld: boolean;
  readonly reading: HeldReading;
  readonly port: HeldPort;
  readonly random: RandomBytes;
  readonly today: LocalDate;
  readonly now: () => number;
  /** Says that something was done, and what it has left behind. */
  readonly onChanged: (text: string, leftOver: readonly Failure[]) => void;
  /** Says that something was left undone. */
  readonly onLeft: (text: string) => void;
};

/** Whether a passkey holds an account's authenticator, why that matters, and the way there and back. */
export function SecondFactor({ account, isAnyHeld, reading, port, random, today, now, onChanged, onLeft }: Props) {
  const [step, setStep] = useState<'here' | 'setting-up' | 'back'>('here');
  const { held, canTouch } = reading;
  const { id, label, isHeld, hasAuthenticator } = account;
  // Where no passkey can be used nothing is offered, unless one holds something already.
  if (!canTouch && held === null) return null;
  function done(text: string, leftOver: readonly Failure[]) {
    setStep('back');
    onChanged(text, leftOver);
  }
  if (step === 'setting-up') {
    return (
      <HoldSteps
        account={account}
        port={port}
        random={random}
        today={today}
        now={now}
        onHeld={leftOver => done(t('held.turnedOn', [label]), leftOver)}
        onCancel={() => {
          setStep('back');
          onLeft(t('held.left'));
        }}
      />
    );
  }
  const world = held && { held, canTouch, port };
  const startAnew = (
    <button type="button" onClick={() => setStep('setting-up')}>
      {held === null ? t('held.turnOn') : t('held.anewStart')}
    </button>
  );
  return (
    <section className="form panel">
      <StepHeading focused={step === 'back'}>{t('held.title')}</StepHeading>
      <p>{t('held.why')}</p>
      <p>{isHeld ? t('held.on') : t('held.what')}</p>
      {isHeld && world && (
        <>
          <AskTouch
            {...world}
            submit={t('held.turnOff')}
            onTouched={async touch =>
              settleChange<string>(await port.release(id, touch), {}, left => done(t('held.turnedOff', [label]), left))
            }
          />
          <p className="hint">{t('held.lostText')}</p>
        </>
      )}
      {!isHeld && !hasAuthenticator && <p className="hint">{t('held.nothing')}</p>}
      {!isHeld && hasAuthenticator && held === null && startAnew}
      {!isHeld && hasAuthenticator && world && (
        <>
          <HeldRisks />
          <AskTouch
            {...world}
            submit={t('held.turnOn')}
            onTouched={async touch =>
              settleChange<string>(await port.hold(id, touch), {}, left => done(t('held.turnedOn', [label]), left))
            }
          />
          {canTouch && !isAnyHeld && (
            <details>
              <summary>{t('held.anew')}</summary>
              <p className="hint">{t('held.anewText')}</p>
              {startAnew}
            </details>
          )}
        </>
      )}
    </section>
  );
}
