import type { FieldName } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import type { AccountDraft } from '../lib/model/draft';
import type { LocalDate } from '../lib/shared/local-date';

const FIELD_NAMES: readonly FieldName[] = ['label', 'email', 'apiKey', 'authenticator', 'createdOn'];

/** What a form hands over: what it was opened on, the fields that were changed since, and all that it holds. */
export type AccountChanges = {
  readonly baseRevision: number;
  readonly changed: FieldName[];
  readonly draft: AccountDraft;
};

/** A form as it is opened, before anything is typed into it: on an account, or on none for a new one. */
export function blankDraft(account: AccountView | null, today: LocalDate): AccountDraft {
  return {
    label: account?.label ?? '',
    email: account?.email ?? '',
    apiKey: '',
    authenticator: '',
    createdOn: account?.key?.createdOn ?? today,
  };
}

/** The fields that differ from how the form was opened. Another key is dated anew, even where it is the same day. */
export function changedFields(draft: AccountDraft, blank: AccountDraft): FieldName[] {
  return FIELD_NAMES.filter(
    name => draft[name] !== blank[name] || (name === 'createdOn' && draft.apiKey !== blank.apiKey),
  );
}

/** A form in which what was typed stands over what the account is now. */
export function layOver(
  blank: AccountDraft,
  { changed, draft }: { readonly changed: readonly FieldName[]; readonly draft: AccountDraft },
): AccountDraft {
  return { ...blank, ...Object.fromEntries(changed.map(name => [name, draft[name]])) };
}

/** What is no secret of an account, as far as it stands in the field of a form. */
export function plainField(account: AccountView, name: FieldName): string | null {
  if (name === 'label' || name === 'email') return account[name];
  return name === 'createdOn' ? (account.key?.createdOn ?? null) : null;
}
