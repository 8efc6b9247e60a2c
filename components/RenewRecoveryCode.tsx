import { useId, useState } from 'react';
import { t } from '../lib/browser/text';
import { RECOVERY_CODE_BYTES } from '../lib/model/recovery-code';
import type { Bytes, RandomBytes } from '../lib/shared/bytes';
import type { LocalDate } from '../lib/shared/local-date';
import { RecoveryCodeSteps } from './RecoveryCodeSteps';
import { StepHeading } from './StepHeading';

type Props = {
  readonly random: RandomBytes;
  readonly today: LocalDate;
  /** Hears the new code once it is on paper, or null where there is to be none. */
  readonly onDecided: (code: Bytes | null) => void;
  readonly onCancel: () => void;
};

/** A new recovery code in the place of the one that a new vault key makes useless, or none. */
export function RenewRecoveryCode({ random, today, onDecided, onCancel }: Props) {
  const headingId = useId();
  const [code, setCode] = useState<Bytes | null>(null);
  if (code !== null) {
    const words = {
      title: t('waysIn.codeTitle'),
      explanation: t('waysIn.codeText'),
      untilConfirmed: t('renewal.codeUntil'),
      opens: t('waysIn.codeOpens'),
    };
    const steps = { words, code, today, random };
    return <RecoveryCodeSteps {...steps} onConfirmed={() => onDecided(code)} onCancel={() => setCode(null)} />;
  }
  return (
    <section className="form panel" aria-labelledby={headingId}>
      <StepHeading id={headingId} focused>
        {t('renewal.codeTitle')}
      </StepHeading>
      <p>{t('renewal.codeText')}</p>
      <div className="row">
        <button type="button" className="primary" onClick={() => setCode(random(RECOVERY_CODE_BYTES))}>
          {t('renewal.codeMake')}
        </button>
        <button type="button" onClick={() => onDecided(null)}>
          {t('renewal.codeDrop')}
        </button>
        <button type="button" className="quiet" onClick={onCancel}>
          {t('form.cancel')}
        </button>
      </div>
    </section>
  );
}
