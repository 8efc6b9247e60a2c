import type { KeyboardEvent, RefObject } from 'react';
import { useEffect, useState } from 'react';
import { readPicture } from '../lib/browser/read-picture';
import { t } from '../lib/browser/text';
import type { Failure, FieldName } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import type { KeptDraft } from '../lib/model/draft';
import type { LocalDate } from '../lib/shared/local-date';
import { AccountFields } from './AccountFields';
import type { AccountChanges } from './account-draft';
import { DraftNotice } from './DraftNotice';
import { FormEnd } from './FormEnd';
import { refusalsOf } from './refusals';
import { useAccountEdit } from './use-account-edit';
import { useKeptDraft } from './use-kept-draft';
import { useLeaveWarning } from './use-leave-warning';
import { useSubmit } from './use-submit';

/** What became of a save: what stood in the way, or nothing; and the account as it is by now where another window was faster. */
export type SaveAnswer = { readonly failures: readonly Failure[]; readonly newest: AccountView | null };

type Props = {
  /** The account to edit, or null for a new one. */
  readonly account: AccountView | null;
  /** What was typed earlier and not saved, or null. */
  readonly kept: KeptDraft | null;
  readonly today: LocalDate;
  readonly onSave: (changes: AccountChanges) => Promise<SaveAnswer>;
  /** Keeps what was changed so far, or discards it where that is null. Says whether it worked; never rejects. */
  readonly onKeep: (changes: AccountChanges | null) => Promise<boolean>;
  /** Gets a way to wait until all that was typed is kept. */
  readonly settle: RefObject<(() => Promise<void>) | null>;
  readonly onCancel: () => void;
};

/** The form in which an account is added or changed. The worker alone judges what it holds. */
export function AccountForm({ account, kept, today, onSave, onKeep, settle, onCancel }: Props) {
  const { opened, draft, edit, theirs, isChanged, type, reset, rebase } = useAccountEdit(account, kept, today);
  const [restoredAtMs, setRestoredAtMs] = useState(isChanged && kept !== null ? kept.keptAtMs : null);
  const { sender, failed } = useKeptDraft(isChanged ? edit : null, kept !== null, onKeep);
  // What a passkey holds is never kept, so nothing brings it back.
  useLeaveWarning(failed || (opened?.isHeld === true && draft.authenticator !== ''));
  useEffect(() => {
    settle.current = () => sender.settled();
    return () => {
      settle.current = null;
    };
  }, [settle, sender]);

  const { busy, refusals, props } = useSubmit<FieldName>(draft, async () => {
    // A draft that arrives behind the save would come back as if it had not been saved.
    await sender.pause();
    const { failures, newest } = await onSave(edit);
    if (failures.length === 0) return {};
    const refused = failures.flatMap(({ field }) => field ?? []);
    if (newest !== null) rebase(newest, refused);
    sender.resume();
    return refusalsOf(failures);
  });

  function discard() {
    reset();
    setRestoredAtMs(null);
  }
  function cancel() {
    if (isChanged) sender.push(null);
    onCancel();
  }
  function leaveOnEscape(event: KeyboardEvent) {
    // What was typed is thrown away by Cancel alone, which nobody hits by habit.
    if (event.key === 'Escape' && !event.nativeEvent.isComposing && !isChanged) onCancel();
  }
  return (
    <form {...props} className="form panel" onKeyDown={leaveOnEscape}>
      <h1>{opened === null ? t('form.addTitle') : t('form.editTitle', [opened.label])}</h1>
      {restoredAtMs !== null && <DraftNotice keptAtMs={restoredAtMs} onDiscard={discard} />}
      <AccountFields
        account={opened}
        today={today}
        draft={draft}
        theirs={theirs}
        refusals={refusals}
        onType={type}
        readPicture={readPicture}
      />
      {failed && <p className="hint">{t('form.notKept')}</p>}
      <FormEnd error={refusals.form} submit={t('form.save')} busy={busy} onCancel={cancel} />
    </form>
  );
}
