import { type KeyboardEvent, useState } from 'react';
import { t } from '../lib/browser/text';
import type { Failure, FieldName } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import type { AccountDraft } from '../lib/model/draft';
import type { LocalDate } from '../lib/shared/local-date';
import { CreatedOnField } from './CreatedOnField';
import { Field } from './Field';
import { FormError } from './FormError';
import { refusalsOf } from './refusals';
import { useLeaveWarning } from './use-leave-warning';
import { useSubmit } from './use-submit';

const FIELD_NAMES: readonly FieldName[] = ['label', 'email', 'apiKey', 'authenticator', 'createdOn'];

type Props = {
  /** The account to edit, or null for a new one. */
  readonly account: AccountView | null;
  readonly today: LocalDate;
  readonly onSave: (draft: AccountDraft, baseRevision: number) => Promise<readonly Failure[]>;
  readonly onCancel: () => void;
};

/** The form in which an account is added or changed. The worker alone judges what it holds. */
export function AccountForm({ account, today, onSave, onCancel }: Props) {
  // As it was when the form was opened: a change made elsewhere meanwhile is refused and not written over.
  const [base] = useState(account);
  const [blank] = useState<AccountDraft>({
    label: base?.label ?? '',
    email: base?.email ?? '',
    apiKey: '',
    authenticator: '',
    createdOn: base?.key?.createdOn ?? today,
  });
  const [draft, setDraft] = useState(blank);
  const changed = FIELD_NAMES.some(name => draft[name] !== blank[name]);
  useLeaveWarning(changed);
  const { busy, refusals, props } = useSubmit<FieldName>(draft, async () =>
    refusalsOf(await onSave(draft, base?.revision ?? 0)),
  );
  const keyIsNew = base !== null && base.key !== null && draft.apiKey !== '' && draft.createdOn === today;

  function typeKey(apiKey: string) {
    // Another key is another age: the old one's date would make the new one overdue at once.
    const starts = base !== null && draft.apiKey === '' && apiKey !== '';
    setDraft({ ...draft, apiKey, ...(starts ? { createdOn: today } : {}) });
  }
  function leaveOnEscape(event: KeyboardEvent) {
    // What was typed is thrown away by Cancel alone, which nobody hits by habit.
    if (event.key === 'Escape' && !event.nativeEvent.isComposing && !changed) onCancel();
  }
  const plain = { autoComplete: 'off', spellCheck: false, autoCapitalize: 'none' } as const;
  return (
    <form {...props} className="form panel" onKeyDown={leaveOnEscape}>
      <h1>{base === null ? t('form.addTitle') : t('form.editTitle', [base.label])}</h1>
      <Field
        label={t('form.label')}
        hint={t('form.labelHint')}
        focusFirst
        autoComplete="off"
        value={draft.label}
        onChange={event => setDraft({ ...draft, label: event.target.value })}
        error={refusals.label}
      />
      <Field
        {...plain}
        label={t('form.email')}
        hint={t('form.emailHint')}
        type="email"
        value={draft.email}
        onChange={event => setDraft({ ...draft, email: event.target.value })}
        error={refusals.email}
      />
      <Field
        {...plain}
        className="mono secret"
        label={t('form.apiKey')}
        hint={base?.key ? t('form.keepHint') : t('form.apiKeyHint')}
        value={draft.apiKey}
        onChange={event => typeKey(event.target.value)}
        error={refusals.apiKey}
      />
      <Field
        {...plain}
        className="mono secret"
        label={t('form.authenticator')}
        hint={base?.hasAuthenticator ? t('form.keepHint') : t('form.authenticatorHint')}
        value={draft.authenticator}
        onChange={event => setDraft({ ...draft, authenticator: event.target.value })}
        error={refusals.authenticator}
      />
      <CreatedOnField
        value={draft.createdOn}
        today={today}
        hint={keyIsNew ? t('form.createdOnReset') : t('form.createdOnHint')}
        onChange={createdOn => setDraft({ ...draft, createdOn })}
        error={refusals.createdOn}
      />
      <FormError error={refusals.form} />
      <div className="row">
        <button type="submit" className="primary" aria-disabled={busy}>
          {t('form.save')}
        </button>
        <button type="button" className="quiet" onClick={onCancel}>
          {t('form.cancel')}
        </button>
      </div>
    </form>
  );
}
