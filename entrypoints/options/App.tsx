import { useEffect, useRef } from 'react';
import { Brand } from '../../components/Brand';
import { CreateVaultForm } from '../../components/CreateVaultForm';
import { DamagedVault } from '../../components/DamagedVault';
import { UnlockForm } from '../../components/UnlockForm';
import { useStatus } from '../../components/use-status';
import { WorkerSilent } from '../../components/WorkerSilent';
import { followStatus } from '../../lib/browser/follow-status';
import { randomBytes } from '../../lib/browser/random';
import { t } from '../../lib/browser/text';
import { attempt } from '../../lib/browser/vault-port';
import { Unlocked } from './Unlocked';

/** The full page: what it shows follows from where the vault stands. */
export function App() {
  const { reading, retry } = useStatus(followStatus);
  const phase = reading !== null && 'status' in reading ? reading.status.phase : null;
  // The form in which the vault is created or unlocked goes away with the focus in it.
  const hadForm = useRef(false);
  useEffect(() => {
    if (phase !== null && phase !== 'unlocked') hadForm.current = true;
  }, [phase]);
  if (reading === null) return <p className="hint loading">{t('page.loading')}</p>;
  if ('failures' in reading) return <WorkerSilent failures={reading.failures} onRetry={retry} />;
  const { status } = reading;
  if (status.phase === 'unlocked') return <Unlocked status={status} fromForm={hadForm.current} />;
  return (
    <>
      <header className="top">
        <Brand />
      </header>
      <main className="narrow">
        {status.phase === 'absent' && (
          <CreateVaultForm random={randomBytes} onCreate={password => attempt('vault.create', { password })} />
        )}
        {status.phase === 'locked' && <UnlockForm onUnlock={password => attempt('vault.unlock', { password })} />}
        {status.phase === 'damaged' && <DamagedVault />}
      </main>
    </>
  );
}
