import { useCallback, useMemo, useState } from 'react';
import type { FieldName } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import type { AccountDraft, KeptDraft } from '../lib/model/draft';
import type { LocalDate } from '../lib/shared/local-date';
import type { AccountChanges } from './account-draft';
import { blankDraft, changedFields, layOver, plainField } from './account-draft';

/** What another window has put into fields that were changed here too, where it is no secret. */
export type Theirs = Partial<Record<FieldName, string>>;

/** What a form shows of fields that another window changed meanwhile: those that were refused, and whatever looks different. */
function readTheirs(
  before: AccountView | null,
  newest: AccountView,
  edit: AccountChanges,
  refused: FieldName[],
): Theirs {
  const theirs: Theirs = {};
  for (const name of edit.changed) {
    const value = plainField(newest, name);
    const isOvertaken = refused.includes(name) || (before !== null && plainField(before, name) !== value);
    if (isOvertaken && value !== null && value !== edit.draft[name]) theirs[name] = value;
  }
  return theirs;
}

/**
 * What a form of an account holds, and what of it was changed. It is measured against the account as it was when the form
 * was opened; a change that another window makes meanwhile is not seen before {@link rebase}.
 */
export function useAccountEdit(account: AccountView | null, kept: KeptDraft | null, today: LocalDate) {
  const [opened, setOpened] = useState(() => ({
    account,
    blank: blankDraft(account, today),
    baseRevision: kept?.baseRevision ?? account?.revision ?? 0,
  }));
  const [draft, setDraft] = useState<AccountDraft>(() => (kept ? layOver(opened.blank, kept) : opened.blank));
  const [theirs, setTheirs] = useState<Theirs>({});
  const { blank, baseRevision } = opened;
  const edit = useMemo<AccountChanges>(
    () => ({ baseRevision, changed: changedFields(draft, blank), draft }),
    [baseRevision, blank, draft],
  );

  const type = useCallback((typed: Partial<AccountDraft>) => setDraft(before => ({ ...before, ...typed })), []);
  /** Goes back to the account as it was last seen. */
  const reset = useCallback(() => {
    setOpened({ ...opened, baseRevision: opened.account?.revision ?? 0 });
    setDraft(opened.blank);
    setTheirs({});
  }, [opened]);
  /** Goes on from what the account has become, with what was changed here laid over it. */
  const rebase = useCallback(
    (newest: AccountView, refused: FieldName[]) => {
      const nextBlank = blankDraft(newest, today);
      setOpened({ account: newest, blank: nextBlank, baseRevision: newest.revision });
      setDraft(layOver(nextBlank, edit));
      setTheirs(readTheirs(opened.account, newest, edit, refused));
    },
    [opened, edit, today],
  );
  return { opened: opened.account, draft, edit, theirs, isChanged: edit.changed.length > 0, type, reset, rebase };
}
