import { AccountList } from '../../components/AccountList';
import { DueNotice } from '../../components/DueNotice';
import { OnlyPasswordNotice } from '../../components/OnlyPasswordNotice';
import { PageHeading } from '../../components/PageHeading';
import { RemovedAccounts } from '../../components/RemovedAccounts';
import { useAnswer } from '../../components/use-answer';
import type { Say } from '../../components/use-message';
import type { Removals } from '../../components/use-removals';
import { enrolPort } from '../../lib/browser/enrol-port';
import { heldPort } from '../../lib/browser/held-port';
import { send } from '../../lib/browser/messaging';
import { rotationPlace } from '../../lib/browser/pages';
import { t } from '../../lib/browser/text';
import { vaultPort } from '../../lib/browser/vault-port';
import type { AccountView, RemovedView, Status, WayInView } from '../../lib/messages/views';

type Props = {
  readonly accounts: readonly AccountView[];
  readonly status: Status;
  readonly say: Say;
  readonly go: (hash: string) => void;
  readonly removals: Removals;
  readonly focusHeading: boolean;
};

/** Whether a form for a new account was left with something in it. */
async function hasUnsavedAccount(): Promise<boolean> {
  const reply = await send('drafts.read', { accountId: null });
  return reply.ok && reply.value !== null;
}

async function listRemoved(): Promise<readonly RemovedView[]> {
  const reply = await send('accounts.list-removed', {});
  return reply.ok ? reply.value : [];
}

async function listWaysIn(): Promise<readonly WayInView[]> {
  const reply = await send('ways-in.list', {});
  return reply.ok ? reply.value : [];
}

/** The list of the full page. */
export function Accounts({ accounts, status, say, go, removals, focusHeading }: Props) {
  const [holding] = useAnswer(heldPort.read, status.revision);
  const [isUnsaved] = useAnswer(hasUnsavedAccount);
  const world = holding?.held ? { held: holding.held, canTouch: holding.canTouch, port: heldPort } : null;
  const [removed] = useAnswer(listRemoved, status.revision);
  const [waysIn] = useAnswer(listWaysIn, status.revision);
  // What this very page has removed has its Undo above.
  const removedElsewhere = removed?.filter(({ id }) => !removals.removed.some(account => account.id === id));
  function leaveTo(hash: string) {
    say.clear();
    go(hash);
  }
  return (
    <>
      <div className="row row-spread">
        <PageHeading focused={focusHeading}>{t('accounts.title')}</PageHeading>
        <button type="button" className={accounts.length === 0 ? 'primary' : ''} onClick={() => leaveTo('#add')}>
          {isUnsaved ? t('accounts.continue') : t('accounts.add')}
        </button>
      </div>
      <DueNotice count={status.dueCount} accounts={accounts} onLook={() => leaveTo('#keys')} />
      <OnlyPasswordNotice waysIn={waysIn ?? []} onMakeCode={() => leaveTo('#settings')} />
      <AccountList
        accounts={accounts}
        someWereRemoved={Boolean(removed?.length) || removals.removed.length > 0}
        revision={status.revision}
        holding={world}
        backup={{ touch: status.heldUntilMs === null ? world : null, port: enrolPort, say }}
        heldUntilMs={status.heldUntilMs}
        port={vaultPort}
        now={Date.now}
        say={say}
        onRemove={account => void removals.remove(account)}
        onKeys={({ id }) => leaveTo(`#keys/${id}`)}
        onEdit={({ id }) => leaveTo(`#edit=${id}`)}
        onRotate={account => leaveTo(rotationPlace(account))}
      />
      <RemovedAccounts removed={removedElsewhere ?? []} onRestore={account => void removals.restore(account)} />
    </>
  );
}
