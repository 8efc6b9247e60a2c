import { t } from '../lib/browser/text';
import type { LocalDate } from '../lib/shared/local-date';
import { Field } from './Field';

/** What stands for a date that was begun and not finished: its input has an empty value then, which would mean today. */
const UNFINISHED = 'unfinished';

type Props = {
  readonly value: string;
  readonly today: LocalDate;
  readonly hint: string;
  readonly aside: string | undefined;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
};

/** The day the key was made. */
export function CreatedOnField({ value, today, hint, aside, error, onChange }: Props) {
  return (
    <Field
      label={t('form.createdOn')}
      hint={hint}
      aside={aside}
      type="date"
      max={today}
      value={value === UNFINISHED ? '' : value}
      onChange={event => onChange(event.target.validity.badInput ? UNFINISHED : event.target.value)}
      error={error}
    />
  );
}
