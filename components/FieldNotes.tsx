type Props = {
  /** The field's own id. */
  readonly id: string;
  readonly error: string | undefined;
  readonly hint: string | undefined;
};

/** What ties a field to the notes below it, for who does not see that they stand there. */
export function describeBy({ id, error, hint }: Props) {
  const ids = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return { 'aria-invalid': error !== undefined, ...(ids === '' ? {} : { 'aria-describedby': ids }) };
}

/** Below a field: what is wrong with it, and what there is to know. */
export function FieldNotes({ id, error, hint }: Props) {
  return (
    <>
      {error && (
        <p className="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  );
}
