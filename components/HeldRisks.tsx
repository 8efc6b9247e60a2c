import { t } from '../lib/browser/text';

/** What the person takes on by having a passkey hold an account. */
export function HeldRisks() {
  return (
    <ul className="risks">
      <li>{t('held.riskLost')}</li>
      <li>{t('held.riskBackup')}</li>
      <li>{t('held.riskSynced')}</li>
      <li>{t('held.riskOlder')}</li>
    </ul>
  );
}
