import { t } from '../lib/browser/text';
import { Field } from './Field';

type Props = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  /** Whether something else will do in its place. */
  readonly optional?: boolean;
  readonly focusFirst?: boolean;
};

/** Where the recovery code is typed. It is readable: it is copied from paper, and wrong at the first slip. */
export function RecoveryCodeField({ value, onChange, error, optional = false, focusFirst = false }: Props) {
  return (
    <Field
      label={t('waysIn.recoveryCode')}
      hint={optional ? t('forgot.codeHintOptional') : t('forgot.codeHint')}
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
