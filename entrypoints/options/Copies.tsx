import { CopyList } from '../../components/CopyList';
import { isOpenable } from '../../components/copy-words';
import { PageHeading } from '../../components/PageHeading';
import type { OnChanged } from '../../components/settle-change';
import { useAnswer } from '../../components/use-answer';
import type { Say } from '../../components/use-message';
import { WorkerSilent } from '../../components/WorkerSilent';
import { copiesPort } from '../../lib/browser/copies-port';
import { readDoors } from '../../lib/browser/doors';
import { passkeyPort } from '../../lib/browser/passkey-port';
import { t } from '../../lib/browser/text';
import { attempt } from '../../lib/browser/vault-port';
import type { CopyView, Status } from '../../lib/messages/views';

type Props = {
  readonly status: Pick<Status, 'phase' | 'revision'>;
  readonly say: Say;
  /** A copy has become the vault, which is unlocked now. */
  readonly onOpened: OnChanged;
  readonly focusHeading: boolean;
};

const PORT = { ...copiesPort, ...passkeyPort, readDoors };

/** The recovery page: every copy of the vault, in whatever state the vault is. */
export function Copies({ status, say, onOpened, focusHeading }: Props) {
  const [reading, lookAgain] = useAnswer(copiesPort.list, status.revision);
  const isDamaged = status.phase === 'damaged';
  return (
    <>
      <PageHeading focused={focusHeading}>{isDamaged ? t('damaged.title') : t('recovery.title')}</PageHeading>
      {isDamaged ? <p role="alert">{t('damaged.text')}</p> : <p>{t('recovery.text')}</p>}
      {status.phase === 'locked' && (
        <p>
          {t('recovery.locked')}{' '}
          <a href="#accounts" className="way-on">
            {t('recovery.unlockInstead')}
          </a>
        </p>
      )}
      {reading?.ok && reading.value.some(({ state }) => state === 'unproven') && (
        <p className="hint">{t('recovery.lookHint')}</p>
      )}
      {reading === null && <p className="hint">{t('page.loading')}</p>}
      {reading?.ok === false && <WorkerSilent failures={reading.error} onRetry={lookAgain} />}
      {isDamaged && reading?.ok && <p>{adviceOn(reading.value)}</p>}
      {reading?.ok && (
        <CopyList
          copies={reading.value}
          port={PORT}
          now={Date.now}
          say={say}
          onOpen={({ name }, wayIn, overNewer) => attempt('copies.open', { name, wayIn, overNewer })}
          onOpened={onOpened}
        />
      )}
    </>
  );
}

/** What to do about a vault that cannot be read. */
function adviceOn(copies: readonly CopyView[]): string {
  if (copies.some(({ state }) => state === 'newer')) return t('recovery.update');
  return copies.some(isOpenable) ? t('recovery.hope') : t('recovery.noHope');
}
