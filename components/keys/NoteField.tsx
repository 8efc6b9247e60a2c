import { useId } from 'react';

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
  const describedBy = [error && `${id}-error`, aside && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        value={value}
        onChange={event => onType(event.target.value)}
        aria-invalid={error !== undefined}
        {...(describedBy === '' ? {} : { 'aria-describedby': describedBy })}
      />
      {error && (
        <p className="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {aside && (
        <p className="hint" id={`${id}-hint`}>
          {aside}
        </p>
      )}
    </div>
  );
}
