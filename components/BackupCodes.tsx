import { useState } from 'react';
import type { EnrolPort } from '../lib/browser/enrol-port';
import type { HeldTouch } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import type { BackupCodeView } from '../lib/messages/enrolment-views';
import type { AccountView } from '../lib/messages/views';
import { SECOND_MS } from '../lib/shared/duration';
import { EnrolAct } from './EnrolAct';
import type { EnrolWorld } from './enrol-world';
import { useShortLived } from './use-short-lived';

const HIDE_AFTER_MS = 60 * SECOND_MS;

/** What the backup codes on a card need. */
export type BackupCards = Pick<EnrolWorld, 'touch' | 'say'> & {
  readonly port: Pick<EnrolPort, 'showBackupCodes' | 'copy'>;
};

type Props = BackupCards & { readonly account: AccountView };

/** An account's backup codes: counted, shown when asked for, and hidden again by themselves. */
export function BackupCodes({ account, touch, port, say }: Props) {
  const [codes, setCodes] = useShortLived<readonly BackupCodeView[]>(HIDE_AFTER_MS);
  // What a held account asks for stands on its card once already, for its code.
  const [isAsking, setAsking] = useState(!account.isHeld);
  const { unusedBackupCodes: unused } = account;

  async function show(given: HeldTouch | null) {
    const reply = await port.showBackupCodes(account.id, given);
    if (!reply.ok) return reply.error;
    setCodes(reply.value);
    return [];
  }
  async function copy(code: string) {
    if (await port.copy(code)) say.status(t('enrol.codeCopied'));
    else say.alert(t('key.copyFailed'));
  }
  return (
    <div className="key backup-codes">
      <p className="hint">
        {/* Once they are shown they can be counted, whoever holds them. */}
        {unused === null && codes === null
          ? t('enrol.heldCodes')
          : t('enrol.codes', codes?.filter(({ used }) => !used).length ?? unused ?? 0)}
      </p>
      {codes === null && !isAsking && (
        <button type="button" onClick={() => setAsking(true)}>
          {t('enrol.showCodes')}
        </button>
      )}
      {codes === null && isAsking && (
        <EnrolAct
          submit={t('enrol.showCodes')}
          touchAndSubmit={t('enrol.touchAndShowCodes')}
          isHeld={account.isHeld}
          touch={touch}
          onAct={show}
        />
      )}
      {codes !== null && (
        <>
          <ul>
            {codes.map(({ code, used }) => (
              <li key={code} className="row row-spread">
                {used ? <s className="mono">{code}</s> : <span className="mono">{code}</span>}
                {used ? (
                  <span className="hint">{t('enrol.used')}</span>
                ) : (
                  <button
                    type="button"
                    className="quiet"
                    onClick={() => void copy(code)}
                    aria-label={t('enrol.copyCode', [code])}
                  >
                    {t('enrol.copy')}
                  </button>
                )}
              </li>
            ))}
          </ul>
          <button type="button" onClick={() => setCodes(null)}>
            {t('enrol.hideCodes')}
          </button>
        </>
      )}
    </div>
  );
}
