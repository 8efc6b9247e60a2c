import { useEffect, useState } from 'react';
import { PageHeading } from '../../components/PageHeading';
import { RotationDone } from '../../components/rotation/RotationDone';
import { RotationGuide } from '../../components/rotation/RotationGuide';
import { useAnswer } from '../../components/use-answer';
import type { Say } from '../../components/use-message';
import { dashboardSeenItem } from '../../lib/browser/dashboard-seen';
import { keysPort } from '../../lib/browser/keys-port';
import { rotationPort } from '../../lib/browser/rotation-port';
import { failureSentence } from '../../lib/browser/sentences';
import { t } from '../../lib/browser/text';
import { DASHBOARD_SEEN_FOR_MS } from '../../lib/keys/rotation-guard';
import type { AccountView } from '../../lib/messages/views';

type Props = {
  readonly accountId: string;
  readonly keyId: string;
  readonly accounts: readonly AccountView[];
  readonly revision: number;
  readonly say: Say;
  readonly go: (hash: string) => void;
  readonly focusHeading: boolean;
};

/** Until when the dashboard counts as open, in milliseconds since 1970, as the popup notes it; null before that. */
function useDashboardSeen(): number | null {
  const [seenAtMs, setSeenAtMs] = useState<number | null>(null);
  useEffect(() => {
    const following = new AbortController();
    dashboardSeenItem.subscribe(setSeenAtMs, following.signal);
    void dashboardSeenItem.read().then(found => {
      if (!following.signal.aborted) setSeenAtMs(known => known ?? found);
    });
    return () => following.abort();
  }, []);
  return seenAtMs === null ? null : seenAtMs + DASHBOARD_SEEN_FOR_MS;
}

/** The guided rotation of one key. */
export function Rotate({ accountId, keyId, accounts, revision, say, go, focusHeading }: Props) {
  const [reading] = useAnswer(keysPort.list, revision);
  const seenUntilMs = useDashboardSeen();
  if (reading === null) return <p className="hint">{t('page.loading')}</p>;
  if (!reading.ok) return <p className="error">{reading.error.map(failureSentence).join(' ')}</p>;
  const account = reading.value.find(keys => keys.accountId === accountId);
  const oldKey = account?.keys.find(({ id }) => id === keyId);
  const label = accounts.find(({ id }) => id === accountId)?.label ?? '';
  function leave(text: string) {
    go('#accounts');
    say.status(text);
  }
  if (account === undefined || oldKey === undefined) return <p className="empty">{t('rotation.missing')}</p>;
  const otherKeyId = account.rotation?.oldKeyId;
  const isOther = otherKeyId !== undefined && otherKeyId !== keyId;
  return (
    <>
      <PageHeading focused={focusHeading}>{t('rotation.title', [label])}</PageHeading>
      {isOther && (
        <div className="empty">
          <p>{t('rotation.otherRunning')}</p>
          <a href={`#rotate/${accountId}/${otherKeyId}`}>{t('rotation.otherGoOn')}</a>
        </div>
      )}
      {!isOther && account.rotation === null && oldKey.use === 'revoked' && (
        <RotationDone
          accountId={accountId}
          oldKey={oldKey}
          filled={account.keys.find(({ isFilled }) => isFilled) ?? null}
          port={rotationPort}
          onRemoved={() => leave(t('rotation.removed'))}
          onLeave={() => go('#accounts')}
        />
      )}
      {!isOther && (account.rotation !== null || oldKey.use !== 'revoked') && (
        <RotationGuide
          account={account}
          oldKey={oldKey}
          seenUntilMs={seenUntilMs}
          port={rotationPort}
          onGivenUp={() => leave(t('rotation.givenUp'))}
        />
      )}
    </>
  );
}
