import { useId } from 'react';
import { t } from '../../lib/browser/text';
import { INTERVAL_DAYS } from '../../lib/model/policy';
import { Field } from '../Field';
import type { Refusals } from '../use-submit';
import type { IntervalChoice, IntervalDraft } from './interval-draft';
import { INTERVAL_CHOICES } from './interval-draft';

type Props = {
  readonly legend: string;
  /** What it goes by where it has no interval of its own. */
  readonly follow: string;
  readonly draft: IntervalDraft;
  readonly refusals: Refusals<'intervalDays' | 'reason'>;
  readonly onType: (typed: Partial<IntervalDraft>) => void;
};

/** When rotation is due: as something wider says, after some days, or never for a reason. */
export function IntervalFields({ legend, follow, draft, refusals, onType }: Props) {
  const name = useId();
  const words: Readonly<Record<IntervalChoice, string>> = {
    follow,
    own: t('keys.intervalOwn'),
    never: t('keys.intervalNever'),
  };
  const { least, most } = INTERVAL_DAYS;
  return (
    <fieldset className="interval">
      <legend>{legend}</legend>
      {INTERVAL_CHOICES.map(choice => (
        <label key={choice} className="check">
          <input type="radio" name={name} checked={draft.choice === choice} onChange={() => onType({ choice })} />
          {words[choice]}
        </label>
      ))}
      {draft.choice === 'own' && (
        <Field
          label={t('keys.intervalDays')}
          hint={t('settings.rangeHint', [least, most])}
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          value={draft.intervalDays}
          onChange={event => onType({ intervalDays: event.target.value })}
          error={refusals.intervalDays}
        />
      )}
      {draft.choice === 'never' && (
        <Field
          label={t('keys.intervalReason')}
          hint={t('keys.intervalReasonHint')}
          autoComplete="off"
          value={draft.reason}
          onChange={event => onType({ reason: event.target.value })}
          error={refusals.reason}
        />
      )}
    </fieldset>
  );
}
