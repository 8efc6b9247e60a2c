import { useEffect, useState } from 'react';
import { AccountIntervalForm } from '../../components/keys/AccountIntervalForm';
import { AddKeyForm } from '../../components/keys/AddKeyForm';
import { BackToKeys } from '../../components/keys/BackToKeys';
import { listRows } from '../../components/keys/inventory';
import { KeyInventory } from '../../components/keys/KeyInventory';
import { KeyPage } from '../../components/keys/KeyPage';
import { PageHeading } from '../../components/PageHeading';
import { useAnswer } from '../../components/use-answer';
import type { Say } from '../../components/use-message';
import { WorkerSilent } from '../../components/WorkerSilent';
import { keysPort } from '../../lib/browser/keys-port';
import { makeId } from '../../lib/browser/random';
import { failureSentence, noticeSentence } from '../../lib/browser/sentences';
import { t } from '../../lib/browser/text';
import type { Failure } from '../../lib/messages/failures';
import { failure } from '../../lib/messages/failures';
import type { AccountView } from '../../lib/messages/views';
import { localDateOf } from '../../lib/shared/local-date';

type Props = {
  /** Whose keys, and which of them: null where it is all. */
  readonly accountId: string | null;
  readonly keyId: string | null;
  readonly accounts: readonly AccountView[];
  readonly revision: number;
  readonly say: Say;
  readonly go: (hash: string) => void;
  readonly focusHeading: boolean;
};

/** The inventory of keys: all of them, those of one account, or one. */
export function Keys({ accountId, keyId, accounts, revision, say, go, focusHeading }: Props) {
  const [reading] = useAnswer(keysPort.list, revision);
  const today = localDateOf(new Date());
  const account = accounts.find(({ id }) => id === accountId) ?? null;
  const rows = reading?.ok ? listRows(account === null ? accounts : [account], reading.value) : [];
  const row = rows.find(({ key }) => key.id === keyId) ?? null;
  // The key that was added just now, until a list has it: the page may be there before the list is.
  const [comingId, setComingId] = useState<string | null>(null);
  useEffect(() => {
    if (row?.key.id === comingId) setComingId(null);
  }, [row?.key.id, comingId]);
  const isGone = reading?.ok === true && ((accountId !== null && account === null) || (keyId !== null && row === null));
  const isComing = row === null && keyId !== null && keyId === comingId;
  if (reading === null || isComing) return <p className="hint">{t('page.loading')}</p>;
  if (!reading.ok) return <WorkerSilent failures={reading.error} onRetry={() => window.location.reload()} />;
  if (isGone) {
    return (
      <>
        <p className="hint">{failureSentence(failure(account === null ? 'account-missing' : 'key-missing'))}</p>
        <BackToKeys />
      </>
    );
  }

  async function add(secret: string, createdOn: string): Promise<readonly Failure[]> {
    const reply = await keysPort.add({ accountId: accountId ?? '', secret, createdOn });
    if (!reply.ok) return reply.error;
    setComingId(reply.value.keyId);
    go(`#keys/${accountId}/${reply.value.keyId}`);
    say.status([t('keys.added'), ...reply.value.notices.map(noticeSentence)].join(' '));
    return [];
  }
  if (row !== null) {
    const hasOther = rows.some(({ key }) => key.id !== keyId && key.mayBeFilled);
    return (
      <KeyPage
        key={row.key.id}
        {...{ row, hasOther, revision, today, makeId, say, focusHeading }}
        port={keysPort}
        onGone={() => go('#keys')}
      />
    );
  }
  const ofAccount = reading.value.find(own => own.accountId === accountId);
  return (
    <>
      {account !== null && <BackToKeys />}
      <PageHeading key={`heading ${accountId}`} focused={focusHeading}>
        {account === null ? t('keys.title') : t('keys.ofAccountTitle', [account.label])}
      </PageHeading>
      <KeyInventory
        key={`list ${accountId}`}
        accounts={account === null ? accounts : [account]}
        rows={rows}
        today={today}
      />
      {account !== null && ofAccount !== undefined && (
        <div className="key-parts" key={`parts ${account.id}`}>
          <AddKeyForm today={today} onAdd={add} />
          <AccountIntervalForm
            interval={{ intervalDays: ofAccount.intervalDays, neverDueBecause: ofAccount.neverDueBecause }}
            onSave={interval => keysPort.setAccountInterval(account.id, interval)}
            onSaved={() => say.status(t('keys.accountSaved'))}
          />
        </div>
      )}
    </>
  );
}
