import { useState } from 'react';
import type { HeldTouch } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import { EnrolAct } from './EnrolAct';
import type { EnrolWorld } from './enrol-world';
import { LeaveCodes } from './LeaveCodes';
import { StepHeading } from './StepHeading';

type Props = Omit<EnrolWorld, 'accounts'> & {
  readonly account: AccountView;
  /** Whether a code was filled in on this page, in this popup or one before it. */
  readonly isCodeFilled: boolean;
  /** Whether it comes after a step that was done here just now. */
  readonly focusHeading: boolean;
  readonly onReadAgain: () => Promise<readonly Failure[]>;
};

/** What is left to do on the set-up page once its authenticator is saved: the code, and then the backup codes. */
export function EnrolFinish({ account, isCodeFilled, touch, port, say, focusHeading, onReadAgain }: Props) {
  const { isHeld } = account;
  const [hasFilled, setFilled] = useState(isCodeFilled);

  async function fill(given: HeldTouch | null) {
    const failures = await port.fillCode(given);
    if (failures.length === 0) {
      setFilled(true);
      say.status(t('enrol.codeFilled'));
    }
    return failures;
  }
  async function take(given: HeldTouch | null) {
    const reply = await port.takeBackupCodes(given);
    if (!reply.ok) return reply.error;
    const { count, label } = reply.value;
    const taken = t('enrol.codesTaken', [String(count), label]);
    say.status(reply.value.isHeld ? `${taken} ${t('enrol.codesHeld')}` : taken);
    return [];
  }
  async function readAgain() {
    const failures = await onReadAgain();
    if (failures.length > 0) say.failures(failures);
  }
  return (
    <>
      <StepHeading focused={focusHeading}>{t('enrol.confirmTitle', [account.label])}</StepHeading>
      <p className="hint">{hasFilled ? t('enrol.codesText') : t('enrol.confirmText')}</p>
      <EnrolAct
        submit={t('enrol.fillCode')}
        touchAndSubmit={t('enrol.touchAndFillCode')}
        isPrimary={!hasFilled}
        isHeld={isHeld}
        touch={touch}
        onAct={fill}
      />
      <EnrolAct
        submit={t('enrol.takeCodes')}
        touchAndSubmit={t('enrol.touchAndTakeCodes')}
        isPrimary={hasFilled}
        isHeld={isHeld}
        touch={touch}
        onAct={take}
      />
      <div className="row">
        <LeaveCodes account={account} port={port} say={say} />
        <button type="button" className="quiet" onClick={() => void readAgain()}>
          {t('enrol.readAgain')}
        </button>
      </div>
    </>
  );
}
