import { useEffect, useRef } from 'react';
import { Brand } from '../../components/Brand';
import { LockButton } from '../../components/LockButton';
import { Messages } from '../../components/Messages';
import { RollbackNotice } from '../../components/RollbackNotice';
import { sayChanged } from '../../components/say-changed';
import { useAnswer } from '../../components/use-answer';
import type { Speaking } from '../../components/use-message';
import { useMessage } from '../../components/use-message';
import { useRemovals } from '../../components/use-removals';
import { WorkerSilent } from '../../components/WorkerSilent';
import { t } from '../../lib/browser/text';
import { attempt, vaultPort } from '../../lib/browser/vault-port';
import { isMade } from '../../lib/messages/failures';
import type { Status } from '../../lib/messages/views';
import { AccountEditor } from './AccountEditor';
import { Accounts } from './Accounts';
import { Copies } from './Copies';
import type { SayAcross } from './Erase';
import { Keys } from './Keys';
import { Rotate } from './Rotate';
import { Settings } from './Settings';
import { usePlace } from './use-place';

/** How long a lock waits for what was typed to be kept. */
const LOCK_WAITS_MS = 500;

type Props = {
  readonly status: Status;
  /** What was said before it opened and is to be read now, and the way to say what is to be read once it has gone. */
  readonly across: Pick<Speaking, 'message'> & { readonly say: SayAcross };
  /** Whether the person came from a form on this page that is gone now. */
  readonly fromForm: boolean;
};

/** The full page of an unlocked vault. */
export function Unlocked({ status, across, fromForm }: Props) {
  const { message, say } = useMessage(Date.now);
  const removals = useRemovals(vaultPort, say);
  const { place, go, moved } = usePlace(say.clear);
  const [reading] = useAnswer(vaultPort.list, status.revision);
  const focusHeading = moved || fromForm;
  // Nobody has forgotten what just opened it.
  const atList = place.at === 'accounts' || place.at === 'forgot';
  const atKeys = place.at === 'keys';
  const inSettings = place.at === 'settings' || place.at === 'copies';
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when it comes.
  useEffect(() => {
    if (across.message === null) return;
    go('#accounts');
    say[across.message.kind](across.message.text);
    across.say.clear();
  }, [across.message]);
  useEffect(() => {
    if (!atList) removals.forget();
  }, [atList, removals.forget]);
  const settle = useRef<(() => Promise<void>) | null>(null);
  async function lock() {
    // What was typed last goes along, and a worker that is busy holds up no lock.
    await Promise.race([settle.current?.(), new Promise(resolve => setTimeout(resolve, LOCK_WAITS_MS))]);
    await attempt('vault.lock', {});
  }
  function lookAtCopies() {
    say.clear();
    go('#copies');
  }
  async function keepOlder() {
    const failures = await attempt('copies.keep-older', {});
    if (isMade(failures)) sayChanged(say, t('rollback.kept'), failures);
    else say.failures(failures);
  }
  return (
    <>
      <header className="top">
        <Brand />
        <nav className="row">
          <a href="#accounts" {...(inSettings || atKeys ? {} : { 'aria-current': 'page' })}>
            {t('page.accounts')}
          </a>
          <a href="#keys" {...(atKeys ? { 'aria-current': 'page' } : {})}>
            {t('page.keys')}
          </a>
          <a href="#settings" {...(inSettings ? { 'aria-current': 'page' } : {})}>
            {t('page.settings')}
          </a>
        </nav>
        <LockButton locksAtMs={status.locksAtMs} onLock={() => void lock()} />
      </header>
      <main className={atList || atKeys || place.at === 'copies' || place.at === 'rotate' ? 'wide-page' : 'narrow'}>
        <Messages message={message} removals={removals} />
        <RollbackNotice rollback={status.rollback} onLook={lookAtCopies} onKeep={() => void keepOlder()} />
        {reading === null && <p className="hint">{t('page.loading')}</p>}
        {reading?.ok === false && <WorkerSilent failures={reading.error} onRetry={() => window.location.reload()} />}
        {place.at === 'settings' && (
          <Settings
            say={say}
            revision={status.revision}
            heldUntilMs={status.heldUntilMs}
            focusHeading={focusHeading}
            sayAcross={across.say}
            onCopies={lookAtCopies}
            go={go}
          />
        )}
        {place.at === 'copies' && (
          <Copies
            status={status}
            say={say}
            onOpened={leftOver => {
              go('#accounts');
              sayChanged(say, t('recovery.opened'), leftOver);
            }}
            focusHeading={focusHeading}
          />
        )}
        {reading?.ok && atList && (
          <Accounts
            accounts={reading.value}
            status={status}
            say={say}
            go={go}
            removals={removals}
            focusHeading={focusHeading}
          />
        )}
        {reading?.ok && place.at === 'keys' && (
          <Keys
            accountId={place.accountId}
            keyId={place.keyId}
            accounts={reading.value}
            revision={status.revision}
            say={say}
            go={go}
            focusHeading={focusHeading}
          />
        )}
        {reading?.ok && place.at === 'rotate' && (
          <Rotate
            key={place.keyId}
            accountId={place.accountId}
            keyId={place.keyId}
            accounts={reading.value}
            revision={status.revision}
            say={say}
            go={go}
            focusHeading={focusHeading}
          />
        )}
        {reading?.ok && (place.at === 'add' || place.at === 'edit') && (
          <AccountEditor
            key={place.at === 'edit' ? place.accountId : 'add'}
            accountId={place.at === 'edit' ? place.accountId : null}
            accounts={reading.value}
            status={status}
            say={say}
            settle={settle}
            onLeave={() => go('#accounts')}
          />
        )}
      </main>
    </>
  );
}
