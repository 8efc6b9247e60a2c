import { useState } from 'react';
import type { RotationPort } from '../../lib/browser/rotation-port';
import { t } from '../../lib/browser/text';
import type { InventoryKeyView, RotationView } from '../../lib/messages/key-views';
import { Act } from '../Act';
import { momentWords } from '../moment-words';
import { AskFirst } from './AskFirst';
import { NewKeyStep } from './NewKeyStep';

type Props = {
  readonly accountId: string;
  readonly rotation: RotationView;
  readonly newKey: InventoryKeyView;
  /** Whether the old key is the one that signs in, so that signing in can check the new one. */
  readonly signsIn: boolean;
  readonly staged: readonly InventoryKeyView[];
  readonly port: RotationPort;
};

/** Has the site take the new key before the old one goes: in a sign-in, or by asking the relay. */
export function CheckStep({ accountId, rotation, newKey, signsIn, staged, port }: Props) {
  const [takesAnother, setTakesAnother] = useState(false);
  const { isTrying, issue, signInAsksForKey } = rotation;
  const others = staged.filter(({ id }) => id !== newKey.id);
  async function tryIt() {
    const failures = await port.step(accountId, { do: 'try', isTrying: true });
    if (failures.length === 0) await port.openLoginPage();
    return failures;
  }
  if (takesAnother) return <NewKeyStep {...{ accountId, issue, port }} staged={others} />;
  return (
    <>
      <p>{t('rotation.checkText', [newKey.masked])}</p>
      {newKey.refusedAtMs !== null && (
        <p className="error" role="alert">
          {t('rotation.refused', [momentWords(newKey.refusedAtMs)])}
        </p>
      )}
      {isTrying && (
        <div className="offer">
          <p role="status">{signInAsksForKey ? t('rotation.checkWait') : t('rotation.checkAskedForNone')}</p>
          <div className="row">
            <button
              type="button"
              className={signInAsksForKey ? 'primary' : ''}
              onClick={() => void port.openLoginPage()}
            >
              {t('rotation.openLogin')}
            </button>
            <Act
              label={t('rotation.stopTrying')}
              look="quiet"
              onAct={() => port.step(accountId, { do: 'try', isTrying: false })}
            />
          </div>
        </div>
      )}
      {!isTrying && signsIn && !signInAsksForKey && <p className="due-notice">{t('rotation.checkAskedForNone')}</p>}
      {!isTrying && signsIn && (
        <Act label={t('rotation.trySignIn')} look={signInAsksForKey ? 'primary' : ''} onAct={tryIt} />
      )}
      <div className="row">
        <AskFirst
          open={t('rotation.askRelay')}
          openLook={signsIn && signInAsksForKey ? '' : 'primary'}
          title={t('rotation.relayTitle')}
          submit={t('rotation.relaySend')}
          onAgree={() => port.check(accountId, newKey.id)}
        >
          <p>{t('rotation.relayText')}</p>
          <p className="mono">{newKey.masked}</p>
        </AskFirst>
        <button type="button" className="quiet" onClick={() => setTakesAnother(true)}>
          {t('rotation.anotherKey')}
        </button>
      </div>
    </>
  );
}
