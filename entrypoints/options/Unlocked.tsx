import { Brand } from '../../components/Brand';
import { LockButton } from '../../components/LockButton';
import { Messages } from '../../components/Messages';
import { useAccounts } from '../../components/use-accounts';
import { useMessage } from '../../components/use-message';
import { useRemovals } from '../../components/use-removals';
import { WorkerSilent } from '../../components/WorkerSilent';
import { t } from '../../lib/browser/text';
import { attempt, vaultPort } from '../../lib/browser/vault-port';
import type { Status } from '../../lib/messages/views';
import { AccountEditor } from './AccountEditor';
import { Accounts } from './Accounts';
import { Settings } from './Settings';
import { usePlace } from './use-place';

type Props = {
  readonly status: Status;
  /** Whether the person came from a form on this page that is gone now. */
  readonly fromForm: boolean;
};

/** The full page of an unlocked vault. */
export function Unlocked({ status, fromForm }: Props) {
  const { message, say } = useMessage(Date.now);
  const removals = useRemovals(vaultPort, say);
  const { place, go, moved } = usePlace(say.clear);
  const reading = useAccounts(vaultPort.list, status.revision);
  const focusHeading = moved || fromForm;
  return (
    <>
      <header className="top">
        <Brand />
        <nav className="row">
          <a href="#accounts" {...(place.at === 'settings' ? {} : { 'aria-current': 'page' })}>
            {t('page.accounts')}
          </a>
          <a href="#settings" {...(place.at === 'settings' ? { 'aria-current': 'page' } : {})}>
            {t('page.settings')}
          </a>
        </nav>
        <LockButton locksAtMs={status.locksAtMs} onLock={() => void attempt('vault.lock', {})} />
      </header>
      <main className={place.at === 'accounts' ? 'wide-page' : 'narrow'}>
        <Messages message={message} removals={removals} />
        {reading === null && <p className="hint">{t('page.loading')}</p>}
        {reading?.ok === false && <WorkerSilent failures={reading.error} onRetry={() => window.location.reload()} />}
        {place.at === 'settings' && <Settings say={say} focusHeading={focusHeading} />}
        {reading?.ok && place.at === 'accounts' && (
          <Accounts
            accounts={reading.value}
            status={status}
            say={say}
            go={go}
            onRemove={account => void removals.remove(account)}
            focusHeading={focusHeading}
          />
        )}
        {reading?.ok && (place.at === 'add' || place.at === 'edit') && (
          <AccountEditor
            key={place.at === 'edit' ? place.accountId : 'add'}
            accountId={place.at === 'edit' ? place.accountId : null}
            accounts={reading.value}
            say={say}
            onLeave={() => go('#accounts')}
          />
        )}
      </main>
    </>
  );
}
