import { useState } from 'react';
import { t } from '../../lib/browser/text';
import type { Failure } from '../../lib/messages/failures';
import { LINE_CAP_UNITS, NOTE_CAP_UNITS } from '../../lib/model/key-caps';
import { Field } from '../Field';
import { FormEnd } from '../FormEnd';
import { refusalsOf } from '../refusals';
import type { Refusals } from '../use-submit';
import { useSubmit } from '../use-submit';
import { NoteField } from './NoteField';

/** A place in which a key is used, as a form has it. */
export type PlaceDraft = {
  readonly name: string;
  readonly where: string;
  readonly owner: string;
  readonly note: string;
};

const CAPS_UNITS: Readonly<Record<keyof PlaceDraft, number>> = {
  name: LINE_CAP_UNITS,
  where: LINE_CAP_UNITS,
  owner: LINE_CAP_UNITS,
  note: NOTE_CAP_UNITS,
};
const NAMES = ['name', 'where', 'owner', 'note'] as const;
const EMPTY: PlaceDraft = { name: '', where: '', owner: '', note: '' };

type Props = {
  /** The place to edit, or null for a new one. */
  readonly place: PlaceDraft | null;
  readonly onSave: (place: PlaceDraft) => Promise<readonly Failure[]>;
  readonly onCancel: () => void;
};

/** One place in which a key is used. */
export function IntegrationForm({ place, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState<PlaceDraft>(() => ({ ...EMPTY, ...place }));
  const { busy, refusals, props } = useSubmit<keyof PlaceDraft>(draft, async () => {
    const { name, where, owner, note } = draft;
    const said = { name: name.trim(), where: where.trim(), owner: owner.trim(), note: note.trim() };
    const problems: Refusals<keyof PlaceDraft> = said.name === '' ? { name: t('keys.useNameEmpty') } : {};
    for (const field of NAMES) {
      if (said[field].length > CAPS_UNITS[field]) problems[field] = t('keys.useTooLong', [CAPS_UNITS[field]]);
    }
    return Object.keys(problems).length > 0 ? problems : refusalsOf(await onSave(said));
  });
  const field = (name: 'name' | 'where' | 'owner') => ({
    autoComplete: 'off',
    value: draft[name],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
    error: refusals[name],
  });
  return (
    <form {...props} className="form">
      <Field {...field('name')} label={t('keys.useName')} hint={t('keys.useNameHint')} focusFirst />
      <Field {...field('where')} label={t('keys.useWhere')} hint={t('keys.useWhereHint')} />
      <Field {...field('owner')} label={t('keys.useOwner')} />
      <NoteField
        label={t('keys.useNote')}
        value={draft.note}
        error={refusals.note}
        onType={note => setDraft({ ...draft, note })}
      />
      <FormEnd error={refusals.form} submit={t('keys.useSave')} busy={busy} onCancel={onCancel} />
    </form>
  );
}
