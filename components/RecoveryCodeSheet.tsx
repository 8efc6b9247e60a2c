import { useId } from 'react';
import { t } from '../lib/browser/text';
import type { LocalDate } from '../lib/shared/local-date';
import { PrintedRecoveryCode } from './PrintedRecoveryCode';
import { RecoveryCodeGroups } from './RecoveryCodeGroups';
import type { RecoveryCodeWords } from './RecoveryCodeSteps';
import { StepHeading } from './StepHeading';

type Props = {
  readonly words: RecoveryCodeWords;
  readonly groups: readonly string[];
  readonly today: LocalDate;
  readonly onWritten: () => void;
  readonly onCancel: () => void;
};

/** A recovery code, to be written down or printed. */
export function RecoveryCodeSheet({ words, groups, today, onWritten, onCancel }: Props) {
  const headingId = useId();
  return (
    <section className="form panel" aria-labelledby={headingId}>
      <StepHeading id={headingId} focused>
        {words.title}
      </StepHeading>
      <p>{words.explanation}</p>
      <RecoveryCodeGroups groups={groups} />
      <p className="hint">{words.untilConfirmed}</p>
      <div className="row">
        <button type="button" className="primary" onClick={onWritten}>
          {t('recoveryCode.written')}
        </button>
        <button type="button" onClick={() => window.print()}>
          {t('recoveryCode.print')}
        </button>
        <button type="button" className="quiet" onClick={onCancel}>
          {t('form.cancel')}
        </button>
      </div>
      <PrintedRecoveryCode opens={words.opens} groups={groups} today={today} />
    </section>
  );
}
