import { useState } from 'react';
import { t } from '../../lib/browser/text';
import type { Failure, FieldName } from '../../lib/messages/failures';
import type { LocalDate } from '../../lib/shared/local-date';
import { CreatedOnField } from '../CreatedOnField';
import { Field } from '../Field';
import { FormError } from '../FormError';
import { refusalsOf } from '../refusals';
import { useLeaveWarning } from '../use-leave-warning';
import { useSubmit } from '../use-submit';

type Typed = Readonly<Record<Extract<FieldName, 'apiKey' | 'createdOn'>, string>>;

type Props = {
  readonly today: LocalDate;
  /** What stood in the way, or nothing: then the page goes on to the new key. */
  readonly onAdd: (secret: string, createdOn: string) => Promise<readonly Failure[]>;
};

/** Adds a key to an account by pasting it. */
export function AddKeyForm({ today, onAdd }: Props) {
  const [draft, setDraft] = useState<Typed>({ apiKey: '', createdOn: today });
  // The site shows it once, and it is kept nowhere before it is saved.
  useLeaveWarning(draft.apiKey !== '');
  const { busy, refusals, props } = useSubmit<keyof Typed>(draft, async () => {
    const failures = await onAdd(draft.apiKey, draft.createdOn);
    if (failures.length === 0) setDraft({ apiKey: '', createdOn: today });
    return refusalsOf(failures, { 'key-already-there': 'apiKey', 'key-of-other-account': 'apiKey' });
  });
  return (
    <form {...props} className="form panel">
      <h2>{t('keys.addTitle')}</h2>
      <p className="hint">{t('keys.addText')}</p>
      <Field
        className="mono secret"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        label={t('form.apiKey')}
        hint={t('form.apiKeyHint')}
        value={draft.apiKey}
        onChange={event => setDraft({ ...draft, apiKey: event.target.value })}
        error={refusals.apiKey}
      />
      <CreatedOnField
        value={draft.createdOn}
        today={today}
        hint={t('form.createdOnHint')}
        aside={undefined}
        error={refusals.createdOn}
        onChange={createdOn => setDraft({ ...draft, createdOn })}
      />
      <FormError error={refusals.form} />
      <button type="submit" className="primary" aria-disabled={busy}>
        {t('keys.addSubmit')}
      </button>
    </form>
  );
}
