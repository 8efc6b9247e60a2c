import { useId } from 'react';
import { t } from '../lib/browser/text';
import { isSameGroup } from '../lib/model/recovery-code';
import { Field } from './Field';
import { FormEnd } from './FormEnd';
import { StepHeading } from './StepHeading';
import type { Refusals } from './use-submit';
import { useSubmit } from './use-submit';

type Name = 'first' | 'second';
type Typed = Readonly<Record<Name, string>>;

type Props = {
  readonly groups: readonly string[];
  /** Which two are asked for, by index from 0. */
  readonly asked: readonly [number, number];
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
  readonly onConfirmed: () => void;
  readonly onShowAgain: () => void;
  readonly onCancel: () => void;
};

/** Has two groups of a recovery code typed back, so that it is known to be on paper, and readable. */
export function RecoveryCodeCheck({ groups, asked, typed, onType, onConfirmed, onShowAgain, onCancel }: Props) {
  const headingId = useId();
  const [first, second] = asked;
  const { refusals, props } = useSubmit<Name>(typed, async () => {
    const problems: Refusals<Name> = {};
    if (!isSameGroup(typed.first, groups[first] ?? '')) problems.first = t('recoveryCode.wrongGroup', [first + 1]);
    if (!isSameGroup(typed.second, groups[second] ?? '')) problems.second = t('recoveryCode.wrongGroup', [second + 1]);
    if (Object.keys(problems).length === 0) onConfirmed();
    return problems;
  });
  const field = (name: Name, index: number) => (
    <Field
      label={t('recoveryCode.group', [index + 1])}
      className="mono"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      focusFirst={name === 'first'}
      value={typed[name]}
      onChange={event => onType({ ...typed, [name]: event.target.value })}
      error={refusals[name]}
    />
  );
  return (
    <form {...props} className="form panel" aria-labelledby={headingId}>
      <StepHeading id={headingId} focused={false}>
        {t('recoveryCode.checkTitle')}
      </StepHeading>
      <p>{t('recoveryCode.checkText', [first + 1, second + 1])}</p>
      {field('first', first)}
      {field('second', second)}
      <FormEnd submit={t('recoveryCode.check')} onCancel={onCancel}>
        <button type="button" onClick={onShowAgain}>
          {t('recoveryCode.showAgain')}
        </button>
      </FormEnd>
    </form>
  );
}
