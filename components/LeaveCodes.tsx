import { t } from '../lib/browser/text';
import { isMade } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import type { EnrolWorld } from './enrol-world';

type Props = Pick<EnrolWorld, 'port' | 'say'> & { readonly account: AccountView };

/** Ends the reminding: the person has the backup codes in another place. */
export function LeaveCodes({ account, port, say }: Props) {
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
