import { useState } from 'react';
import type { KeyEdit } from '../../lib/browser/keys-port';
import { t } from '../../lib/browser/text';
import type { Failure } from '../../lib/messages/failures';
import type { InventoryKeyView } from '../../lib/messages/key-views';
import { NOTE_CAP_UNITS } from '../../lib/model/key-caps';
import type { LocalDate } from '../../lib/shared/local-date';
import { CreatedOnField } from '../CreatedOnField';
import { Field } from '../Field';
import { FormError } from '../FormError';
import { refusalsOf } from '../refusals';
import { useLeaveWarning } from '../use-leave-warning';
import { useSubmit } from '../use-submit';
import { IntervalFields } from './IntervalFields';
import { readInterval } from './interval-draft';
import type { KeyDraft } from './key-draft';
import { draftOfKey, editOf, rebaseDraft } from './key-draft';
import { dayWords } from './key-words';
import { NoteField } from './NoteField';
import { PurposeField } from './PurposeField';

type Props = {
  /** As it is now, changes from other windows included. */
  readonly keyView: InventoryKeyView;
  readonly today: LocalDate;
  readonly onSave: (edit: KeyEdit) => Promise<readonly Failure[]>;
  readonly onSaved: () => void;
};

/** What its owner says of a key. What was typed stays where another window was faster, beside what that one has saved. */
export function KeyForm({ keyView, today, onSave, onSaved }: Props) {
  const [opened, setOpened] = useState(keyView);
  const [draft, setDraft] = useState(() => draftOfKey(keyView));
  const [theirs, setTheirs] = useState<InventoryKeyView | null>(null);
  useLeaveWarning(JSON.stringify(draft) !== JSON.stringify(draftOfKey(opened)));
  const type = (typed: Partial<KeyDraft>) => setDraft(before => ({ ...before, ...typed }));

  const { busy, refusals, props } = useSubmit<keyof KeyDraft>(draft, async () => {
    const interval = readInterval(draft);
    const isNoteLong = draft.note.trim().length > NOTE_CAP_UNITS;
    if (!interval.ok || isNoteLong) {
      return {
        ...(interval.ok ? {} : interval.error),
        ...(isNoteLong && { note: t('keys.noteLong', [NOTE_CAP_UNITS]) }),
      };
    }
    const { label, purpose, createdOn, note } = draft;
    const typed = { label: label.trim(), purpose, createdOn, note: note.trim(), interval: interval.value };
    const edit = editOf(opened, typed);
    const failures = edit === null ? [] : await onSave(edit);
    if (failures.some(({ code }) => code === 'changed-elsewhere')) {
      setDraft(rebaseDraft(draft, opened, keyView));
      setOpened(keyView);
      setTheirs(keyView);
    } else if (failures.length === 0) {
      // The key comes back with this save in it; until then the form stands on what was sent.
      const saved = { ...opened, ...typed, ...interval.value, createdOn: (createdOn.trim() || today) as LocalDate };
      setOpened(saved);
      setDraft(draftOfKey(saved));
      setTheirs(null);
      onSaved();
    }
    return refusalsOf(failures, {
      'key-cannot-sign-in': 'purpose',
      'key-signs-in': 'purpose',
      'key-rotating': 'purpose',
    });
  });

  function theirsOf(name: 'label' | 'note' | 'createdOn'): string | undefined {
    if (theirs === null || theirs[name] === draft[name]) return undefined;
    return t('form.theirs', [name === 'createdOn' ? dayWords(theirs.createdOn) : theirs[name]]);
  }
  return (
    <form {...props} className="form panel">
      <h2>{t('keys.formTitle')}</h2>
      <Field
        label={t('keys.label')}
        hint={t('keys.labelHint')}
        aside={theirsOf('label')}
        autoComplete="off"
        value={draft.label}
        onChange={event => type({ label: event.target.value })}
        error={refusals.label}
      />
      <PurposeField value={draft.purpose} error={refusals.purpose} onChoose={purpose => type({ purpose })} />
      <CreatedOnField
        value={draft.createdOn}
        today={today}
        hint={t('form.createdOnEditHint')}
        aside={theirsOf('createdOn')}
        error={refusals.createdOn}
        onChange={createdOn => type({ createdOn })}
      />
      <IntervalFields
        legend={t('keys.intervalGroup')}
        follow={t('keys.intervalFollow')}
        {...{ draft, refusals }}
        onType={type}
      />
      {keyView.prescribedDays !== null && <p className="hint">{t('keys.intervalManaged', keyView.prescribedDays)}</p>}
      <NoteField
        label={t('keys.note')}
        value={draft.note}
        aside={theirsOf('note')}
        error={refusals.note}
        onType={note => type({ note })}
      />
      <FormError error={refusals.form} />
      <button type="submit" className="primary" aria-disabled={busy}>
        {t('keys.save')}
      </button>
    </form>
  );
}
