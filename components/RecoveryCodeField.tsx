import { Field } from './Field';

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  readonly focusFirst?: boolean;
};

/** Where a recovery code is typed. It is readable: it is copied from paper, and wrong at the first slip. */
export function RecoveryCodeField({ label, hint, value, onChange, error, focusFirst = false }: Props) {
  return (
    <Field
      label={label}
      hint={hint}
      className="mono"
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      focusFirst={focusFirst}
      value={value}
      onChange={event => onChange(event.target.value)}
      error={error}
    />
  );
}
