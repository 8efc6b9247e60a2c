import { useState } from 'react';
import type { HeldTouch } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import type { AccountView } from '../lib/messages/views';
import { EnrolAccountChoice } from './EnrolAccountChoice';
import { EnrolAct } from './EnrolAct';
import type { EnrolWorld } from './enrol-world';

/** Fills a backup code where the site asks for one. Which account is asked only where there is a choice. */
export function EnrolBackup({ accounts, touch, port, say }: EnrolWorld) {
  // Nobody can count what is held by a passkey.
  const able = accounts.filter(({ unusedBackupCodes }) => unusedBackupCodes !== 0);
  const [chosen, setChosen] = useState('');
  const account = able.length === 1 ? able[0] : able.find(({ id }) => id === chosen);

  async function fill({ id }: AccountView, given: HeldTouch | null) {
    const reply = await port.fillBackupCode(id, given);
    if (!reply.ok) return reply.error;
    say.status(t('enrol.backupFilled', reply.value.left));
    return [];
  }
  return (
    <>
      <h2>{t('enrol.backupTitle')}</h2>
      <p className="hint">{able.length === 0 ? t('enrol.noBackup') : t('enrol.backupText')}</p>
      {able.length > 1 && <EnrolAccountChoice accounts={able} value={chosen} onChoose={setChosen} />}
      {account && (
        <EnrolAct
          key={account.id}
          submit={t('enrol.fillBackup')}
          touchAndSubmit={t('enrol.touchAndFillBackup')}
          isPrimary
          isHeld={account.isHeld}
          touch={touch}
          onAct={given => fill(account, given)}
        />
      )}
    </>
  );
}
