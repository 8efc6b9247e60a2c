import { useId } from 'react';
import { describeBy, FieldNotes } from '../FieldNotes';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly aside?: string | undefined;
  readonly error: string | undefined;
  readonly onType: (value: string) => void;
};

/** A text of some lines, labelled, with its error. */
export function NoteField({ label, value, aside, error, onType }: Props) {
  const id = useId();
  const notes = { id, error, hint: aside };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={3} value={value} onChange={event => onType(event.target.value)} {...describeBy(notes)} />
      <FieldNotes {...notes} />
    </div>
  );
}
