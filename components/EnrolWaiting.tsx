import type { EnrolPort } from '../lib/browser/enrol-port';
import { t } from '../lib/browser/text';
import type { AccountView } from '../lib/messages/views';
import { LeaveCodes } from './EnrolFinish';
import type { Say } from './use-message';

type Props = {
  readonly accounts: readonly AccountView[];
  readonly port: EnrolPort;
  readonly say: Say;
};

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
