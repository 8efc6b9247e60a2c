import { useEffect, useRef } from 'react';
import { ShownContent } from '../../components/ShownContent';
import { useMessage } from '../../components/use-message';
import { useStatus } from '../../components/use-status';
import { WorkerSilent } from '../../components/WorkerSilent';
import { followStatus } from '../../lib/browser/follow-status';
import { holdShown } from '../../lib/browser/shown-content';
import { t } from '../../lib/browser/text';
import { Locked } from './Locked';
import { Unlocked } from './Unlocked';

/** The full page: what it shows follows from where the vault stands. */
export function App() {
  const { reading, retry } = useStatus(followStatus);
  // Never what the vault holds: it outlives a lock.
  const across = useMessage(Date.now);
  const phase = reading !== null && 'status' in reading ? reading.status.phase : null;
  // The form in which the vault is created or unlocked goes away with the focus in it.
  const hadForm = useRef(false);
  useEffect(() => {
    if (phase !== null && phase !== 'unlocked') hadForm.current = true;
  }, [phase]);
  if (reading === null) return <p className="hint loading">{t('page.loading')}</p>;
  if ('failures' in reading) return <WorkerSilent failures={reading.failures} onRetry={retry} />;
  const { status } = reading;
  if (status.phase !== 'unlocked') return <Locked status={status} across={across} />;
  return (
    <ShownContent hold={holdShown}>
      <Unlocked status={status} across={across} fromForm={hadForm.current} />
    </ShownContent>
  );
}
