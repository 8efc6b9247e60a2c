import { useEffect, useRef, useState } from 'react';
import { ShownContent } from '../../components/ShownContent';
import { useMessage } from '../../components/use-message';
import { useStatus } from '../../components/use-status';
import { WorkerSilent } from '../../components/WorkerSilent';
import { followStatus } from '../../lib/browser/follow-status';
import { holdShown } from '../../lib/browser/shown-content';
import { t } from '../../lib/browser/text';
import { Erasing } from './Erasing';
import { Locked } from './Locked';
import { Unlocked } from './Unlocked';

/** The full page: what it shows follows from where the vault stands. */
export function App() {
  const { reading, retry } = useStatus(followStatus);
  // Never what the vault holds: it outlives a lock.
  const { message, say } = useMessage(Date.now);
  const [isErasing, setErasing] = useState(false);
  const phase = reading !== null && 'status' in reading ? reading.status.phase : null;
  // The form in which the vault is created or unlocked goes away with the focus in it.
  const hadForm = useRef(false);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (phase !== null && phase !== 'unlocked') hadForm.current = true;
    // Copies are for looking at; what a lock leads to is the way back in.
    if (wasOpen.current && phase === 'locked' && window.location.hash === '#copies') window.location.hash = '#accounts';
    wasOpen.current = phase === 'unlocked';
  }, [phase]);
  if (isErasing) return <Erasing />;
  if (reading === null) return <p className="hint loading">{t('page.loading')}</p>;
  if ('failures' in reading) return <WorkerSilent failures={reading.failures} onRetry={retry} />;
  const { status } = reading;
  const across = { message, say: { ...say, erasing: setErasing } };
  if (status.phase !== 'unlocked') return <Locked status={status} across={across} />;
  return (
    <ShownContent hold={holdShown}>
      <Unlocked status={status} across={across} fromForm={hadForm.current} />
    </ShownContent>
  );
}
