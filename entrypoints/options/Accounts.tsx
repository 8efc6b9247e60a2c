import { AccountList } from '../../components/AccountList';
import { DueNotice } from '../../components/DueNotice';
import { PageHeading } from '../../components/PageHeading';
import { useHeld } from '../../components/use-held';
import type { Say } from '../../components/use-message';
import { useReading } from '../../components/use-reading';
import { heldPort } from '../../lib/browser/held-port';
import { send } from '../../lib/browser/messaging';
import { openKeysPage } from '../../lib/browser/pages';
import { t } from '../../lib/browser/text';
import { vaultPort } from '../../lib/browser/vault-port';
import type { AccountView, Status } from '../../lib/messages/views';

type Props = {
  readonly accounts: readonly AccountView[];
  readonly status: Status;
  readonly say: Say;
  readonly go: (hash: string) => void;
  readonly onRemove: (account: AccountView) => void;
  readonly focusHeading: boolean;
};

/** Whether a form for a new account was left with something in it. */
async function hasUnsavedAccount(): Promise<boolean> {
  const reply = await send('drafts.read', { accountId: null });
  return reply.ok && reply.value !== null;
}

/** The list of the full page. */
export function Accounts({ accounts, status, say, go, onRemove, focusHeading }: Props) {
  const holding = useHeld(heldPort.read, status.revision);
  const { reading: isUnsaved } = useReading(hasUnsavedAccount);
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
      <DueNotice count={status.dueCount} />
      <AccountList
        accounts={accounts}
        revision={status.revision}
        holding={holding?.held ? { held: holding.held, canTouch: holding.canTouch, port: heldPort } : null}
        heldUntilMs={status.heldUntilMs}
        port={vaultPort}
        now={Date.now}
        say={say}
        onRemove={onRemove}
        onEdit={({ id }) => leaveTo(`#edit=${id}`)}
        onRotate={({ id }) => {
          leaveTo(`#edit=${id}`);
          void openKeysPage();
        }}
      />
    </>
  );
}
