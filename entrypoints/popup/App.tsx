import { Brand } from '../../components/Brand';
import { DamagedVault } from '../../components/DamagedVault';
import { ShownContent } from '../../components/ShownContent';
import { UnlockForm } from '../../components/UnlockForm';
import { useStatus } from '../../components/use-status';
import { Welcome } from '../../components/Welcome';
import { WorkerSilent } from '../../components/WorkerSilent';
import { readDoors } from '../../lib/browser/doors';
import { followStatus } from '../../lib/browser/follow-status';
import { openOptions } from '../../lib/browser/pages';
import { passkeyPort } from '../../lib/browser/passkey-port';
import { isSmallWindow } from '../../lib/browser/popup';
import { holdShown } from '../../lib/browser/shown-content';
import { t } from '../../lib/browser/text';
import { attempt } from '../../lib/browser/vault-port';
import { Unlocked } from './Unlocked';

/** What was asked for goes on in the window, so this popup closes only once the window has it. */
async function moveToWindow(): Promise<void> {
  const failures = await attempt('signin.to-window', { accountId: null });
  if (failures.length === 0) window.close();
}

/** The popup: what it shows follows from where the vault stands. */
export function App() {
  const { reading, retry } = useStatus(followStatus);
  if (reading === null) return <p className="hint loading">{t('page.loading')}</p>;
  if ('failures' in reading) return <WorkerSilent failures={reading.failures} onRetry={retry} />;
  const { status } = reading;
  if (status.phase === 'unlocked') {
    return (
      <ShownContent hold={holdShown}>
        <Unlocked status={status} />
      </ShownContent>
    );
  }
  return (
    <main>
      <Brand />
      {status.phase === 'absent' && <Welcome onStart={() => void openOptions('').then(() => window.close())} />}
      {status.phase === 'locked' && (
        <UnlockForm
          readDoors={() => readDoors(null)}
          port={passkeyPort}
          now={Date.now}
          onUnlock={wayIn => attempt('vault.unlock', { wayIn })}
          onForgot={() => void openOptions('#forgot').then(() => window.close())}
          onCopies={() => void openOptions('#copies').then(() => window.close())}
          onOpenWindow={isSmallWindow() ? undefined : () => void moveToWindow()}
          {...(status.signInAsked ? { goesOnWith: t('unlock.goesOnWithSignIn') } : {})}
        />
      )}
      {status.phase === 'damaged' && (
        <DamagedVault onCopies={() => void openOptions('#copies').then(() => window.close())} />
      )}
    </main>
  );
}
