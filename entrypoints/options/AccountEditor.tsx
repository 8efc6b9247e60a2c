import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { SaveAnswer } from '../../components/AccountForm';
import { AccountForm } from '../../components/AccountForm';
import type { AccountChanges } from '../../components/account-draft';
import { useAnswer } from '../../components/use-answer';
import { useLeaveSignal } from '../../components/use-leave-signal';
import type { Say } from '../../components/use-message';
import { WorkerSilent } from '../../components/WorkerSilent';
import type { HeldTouch } from '../../lib/browser/held-port';
import { heldPort } from '../../lib/browser/held-port';
import { send } from '../../lib/browser/messaging';
import { noticeSentence } from '../../lib/browser/sentences';
import { t } from '../../lib/browser/text';
import { attempt, vaultPort } from '../../lib/browser/vault-port';
import type { PasskeyFailure } from '../../lib/messages/failures';
import { failure } from '../../lib/messages/failures';
import type { AccountView, Status } from '../../lib/messages/views';
import { localDateOf } from '../../lib/shared/local-date';
import type { Result } from '../../lib/shared/result';
import { ok } from '../../lib/shared/result';
import { AccountSecondFactor } from './AccountSecondFactor';

type Props = {
  /** The account to edit, or null for a new one. */
  readonly accountId: string | null;
  readonly accounts: readonly AccountView[];
  readonly status: Status;
  readonly say: Say;
  /** Gets a way to wait until all that was typed is kept. */
  readonly settle: RefObject<(() => Promise<void>) | null>;
  readonly onLeave: () => void;
};

/** Adds or edits one account. What was typed is kept until it is saved or thrown away. */
export function AccountEditor({ accountId, accounts, status, say, settle, onLeave }: Props) {
  // As it was when the form was opened: the form stays where it is even if the account is removed in another window.
  const [account] = useState(() => accounts.find(({ id }) => id === accountId) ?? null);
  const present = accounts.find(({ id }) => id === accountId) ?? null;
  const [holding] = useAnswer(heldPort.read, status.revision);
  const signal = useLeaveSignal();
  const [reading, retry] = useAnswer(() => send('drafts.read', { accountId }));
  const missing = accountId !== null && account === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when the page finds no such account.
  useEffect(() => {
    if (!missing) return;
    say.failures([failure('account-missing')]);
    onLeave();
  }, [missing]);
  if (missing) return null;
  if (reading === null) return <p className="hint loading">{t('page.loading')}</p>;
  // An empty form in the place of what was typed would be kept over it.
  if (!reading.ok) return <WorkerSilent failures={reading.error} onRetry={retry} />;

  async function keep(changes: AccountChanges | null): Promise<boolean> {
    const failures = await (changes === null
      ? attempt('drafts.discard', { accountId })
      : attempt('drafts.keep', { accountId, ...changes }));
    return failures.length === 0;
  }
  async function readNewest(): Promise<AccountView | null> {
    const reply = await vaultPort.list();
    return (reply.ok && reply.value.find(({ id }) => id === accountId)) || null;
  }
  /** The touch that a new authenticator of a held account takes; null where none is needed, or none can be had here. */
  async function askTouch({ changed, draft }: AccountChanges): Promise<Result<HeldTouch | null, PasskeyFailure>> {
    const isReplaced = changed.includes('authenticator') && draft.authenticator.trim() !== '';
    const isNeeded = present?.isHeld === true && isReplaced && status.heldUntilMs === null;
    return isNeeded && holding?.held && holding.canTouch ? heldPort.touch(holding.held, signal) : ok(null);
  }
  async function save(changes: AccountChanges): Promise<SaveAnswer> {
    const touch = await askTouch(changes);
    if (!touch.ok) return { failures: [failure(touch.error)], newest: null };
    const reply = await send('accounts.save', { id: accountId, ...changes, touch: touch.value });
    if (!reply.ok) {
      const wasSlower = reply.error.some(({ code }) => code === 'changed-elsewhere');
      return { failures: reply.error, newest: wasSlower ? await readNewest() : null };
    }
    const saved = t('form.saved', [changes.draft.label.trim() || changes.draft.email.trim()]);
    say.status([saved, ...reply.value.notices.map(noticeSentence)].join(' '));
    onLeave();
    return { failures: [], newest: null };
  }
  return (
    <>
      <AccountForm
        account={account}
        kept={reading.value}
        today={localDateOf(new Date())}
        onSave={save}
        onKeep={keep}
        settle={settle}
        onCancel={onLeave}
      />
      {present && holding && <AccountSecondFactor account={present} accounts={accounts} reading={holding} say={say} />}
    </>
  );
}
