import { t } from '../lib/browser/text';
import type { EnrolWorld } from './enrol-world';
import { LeaveCodes } from './LeaveCodes';

type Props = Pick<EnrolWorld, 'accounts' | 'port' | 'say'>;

/** Reminds of backup codes that are not kept yet: the site does not show them again. */
export function EnrolWaiting({ accounts, port, say }: Props) {
  return accounts
    .filter(({ awaitsBackupCodes }) => awaitsBackupCodes)
    .map(account => (
      <div className="due-notice" key={account.id}>
        <p>{t('enrol.waiting', [account.label])}</p>
        <LeaveCodes account={account} port={port} say={say} />
      </div>
    ));
}
