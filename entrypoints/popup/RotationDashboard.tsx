import { stepName } from '../../components/rotation/rotation-words';
import type { Say } from '../../components/use-message';
import { send } from '../../lib/browser/messaging';
import { t } from '../../lib/browser/text';
import type { AccountView } from '../../lib/messages/views';

type Props = {
  readonly accounts: readonly AccountView[];
  readonly say: Pick<Say, 'status' | 'alert' | 'failures'>;
  /** Goes on with the rotation of an account's key. */
  readonly onGoOn: (account: AccountView) => void;
};

/**
 * Over a page of the dashboard: leads back to a rotation that is under way, and has the worker see that the person is signed
 * in, which the next one may begin on.
 */
export function RotationDashboard({ accounts, say, onGoOn }: Props) {
  const running = accounts.filter(({ rotation }) => rotation !== null);
  const canBegin = accounts.some(({ key, rotation }) => key !== null && rotation === null);
  async function see() {
    const reply = await send('keys.see-dashboard', {});
    if (!reply.ok) say.failures(reply.error);
    else if (reply.value.isSeen) say.status(t('rotation.seen'));
    else say.alert(t('rotation.notSeen'));
  }
  if (running.length === 0 && !canBegin) return null;
  const isRunning = running.length > 0;
  return (
    <section className="sign-in enrol">
      <h2>{isRunning ? t('rotation.runningTitle') : t('rotation.openTitle')}</h2>
      {running.map(account => (
        <div className="rotation-notice" key={account.id}>
          <p>{account.rotation && t('rotation.runningText', [account.label, stepName(account.rotation.stage)])}</p>
          <button type="button" aria-label={t('rotation.goOnOf', [account.label])} onClick={() => onGoOn(account)}>
            {t('rotation.goOn')}
          </button>
        </div>
      ))}
      {canBegin && <p className="hint">{isRunning ? t('rotation.openOther') : t('rotation.openText')}</p>}
      {canBegin && (
        <button type="button" className={isRunning ? 'quiet wide' : 'wide'} onClick={() => void see()}>
          {t('rotation.haveOpen')}
        </button>
      )}
    </section>
  );
}
