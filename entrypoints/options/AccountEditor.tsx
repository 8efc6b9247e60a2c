import { useEffect, useState } from 'react';
import { AccountForm } from '../../components/AccountForm';
import type { Say } from '../../components/use-message';
import { send } from '../../lib/browser/messaging';
import { noticeSentence } from '../../lib/browser/sentences';
import { t } from '../../lib/browser/text';
import { failure } from '../../lib/messages/failures';
import type { AccountView } from '../../lib/messages/views';
import type { AccountDraft } from '../../lib/model/draft';
import { localDateOf } from '../../lib/shared/local-date';

type Props = {
  /** The account to edit, or null for a new one. */
  readonly accountId: string | null;
  readonly accounts: readonly AccountView[];
  readonly say: Say;
  readonly onLeave: () => void;
};

/** Adds or edits one account. */
export function AccountEditor({ accountId, accounts, say, onLeave }: Props) {
  // As it was when the form was opened: the form stays where it is even if the account is removed in another window.
  const [account] = useState(() => accounts.find(({ id }) => id === accountId) ?? null);
  const missing = accountId !== null && account === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when the page finds no such account.
  useEffect(() => {
    if (!missing) return;
    say.failures([failure('account-missing')]);
    onLeave();
  }, [missing]);
  if (missing) return null;

  async function save(draft: AccountDraft, baseRevision: number) {
    const reply = await send('accounts.save', { id: accountId, baseRevision, draft });
    if (!reply.ok) return reply.error;
    const saved = t('form.saved', [draft.label.trim() || draft.email.trim()]);
    say.status([saved, ...reply.value.notices.map(noticeSentence)].join(' '));
    onLeave();
    return [];
  }
  return <AccountForm account={account} today={localDateOf(new Date())} onSave={save} onCancel={onLeave} />;
}
