import type { EnrolPort } from '../lib/browser/enrol-port';
import type { HeldTouch } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import { isMade } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import type { TouchWorld } from './EnrolAct';
import { EnrolAct } from './EnrolAct';
import type { Say } from './use-message';

type Props = {
  readonly account: AccountView;
  readonly touch: TouchWorld;
  readonly port: EnrolPort;
  readonly say: Say;
  readonly onReadAgain: () => Promise<readonly Failure[]>;
};

/** What is left to do on the set-up page once its authenticator is saved: the code, and then the backup codes. */
export function EnrolFinish({ account, touch, port, say, onReadAgain }: Props) {
  const { isHeld } = account;

  async function fill(given: HeldTouch | null) {
    const failures = await port.fillCode(given);
    if (failures.length === 0) say.status(t('enrol.codeFilled'));
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
  return (
    <>
      <h2>{t('enrol.confirmTitle', [account.label])}</h2>
      <p className="hint">{t('enrol.confirmText')}</p>
      <EnrolAct
        submit={t('enrol.fillCode')}
        touchAndSubmit={t('enrol.touchAndFillCode')}
        isPrimary
        isHeld={isHeld}
        touch={touch}
        onAct={fill}
      />
      <EnrolAct
        submit={t('enrol.takeCodes')}
        touchAndSubmit={t('enrol.touchAndTakeCodes')}
        isHeld={isHeld}
        touch={touch}
        onAct={take}
      />
      <div className="row">
        <LeaveCodes account={account} port={port} say={say} />
        <button
          type="button"
          className="quiet"
          onClick={async () => {
            const failures = await onReadAgain();
            if (failures.length > 0) say.failures(failures);
          }}
        >
          {t('enrol.readAgain')}
        </button>
      </div>
    </>
  );
}

/** Ends the reminding: the person has the backup codes in another place. */
export function LeaveCodes({ account, port, say }: Pick<Props, 'account' | 'port' | 'say'>) {
  async function leave() {
    const failures = await port.leaveBackupCodes(account.id);
    if (isMade(failures)) say.status(t('enrol.codesLeft', [account.label]));
    else say.failures(failures);
  }
  return (
    <button type="button" className="quiet" onClick={() => void leave()}>
      {t('enrol.elsewhere')}
    </button>
  );
}
