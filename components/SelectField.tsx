import { useId } from 'react';
import { describeBy, FieldNotes } from './FieldNotes';

type Props<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly error?: string | undefined;
  readonly onChoose: (value: Value) => void;
};

/** One of several to choose from, labelled. */
export function SelectField<Value extends string>({ label, value, choices, error, onChoose }: Props<Value>) {
  const id = useId();
  const notes = { id, error, hint: undefined };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={event => onChoose(event.target.value as Value)} {...describeBy(notes)}>
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <FieldNotes {...notes} />
    </div>
  );
}
