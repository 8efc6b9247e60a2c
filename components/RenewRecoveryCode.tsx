import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { t } from '../lib/browser/text';
import type { Bytes, RandomBytes } from '../lib/shared/bytes';
import type { LocalDate } from '../lib/shared/local-date';
import { NewCode } from './NewCode';
import { StepHeading } from './StepHeading';

type Props = {
  /** Which step it is, in a sentence; null where there is no other. */
  readonly where: string | null;
  readonly random: RandomBytes;
  readonly today: LocalDate;
  readonly onCancel: () => void;
  /** What follows, with the new code once it is on paper, or null where there is to be none. */
  readonly children: (code: Bytes | null) => ReactNode;
};

/** A new recovery code in the place of the one that a new vault key makes useless, or none. */
export function RenewRecoveryCode({ where, random, today, onCancel, children }: Props) {
  const headingId = useId();
  const [choice, setChoice] = useState<'make' | 'drop' | null>(null);
  if (choice === 'drop') return children(null);
  if (choice === 'make') {
    const words = {
      title: t('waysIn.codeTitle'),
      explanation: t('waysIn.codeText'),
      untilConfirmed: t('renewal.codeUntil'),
      opens: t('waysIn.codeOpens'),
    };
    return (
      <NewCode words={words} random={random} today={today} onCancel={() => setChoice(null)}>
        {children}
      </NewCode>
    );
  }
  return (
    <section className="form panel" aria-labelledby={headingId}>
      <StepHeading id={headingId} focused>
        {t('renewal.codeTitle')}
      </StepHeading>
      {where !== null && <p className="hint">{where}</p>}
      <p>{t('renewal.codeText')}</p>
      <div className="row">
        <button type="button" className="primary" onClick={() => setChoice('make')}>
          {t('renewal.codeMake')}
        </button>
        <button type="button" onClick={() => setChoice('drop')}>
          {t('renewal.codeDrop')}
        </button>
        <button type="button" className="quiet" onClick={onCancel}>
          {t('form.cancel')}
        </button>
      </div>
    </section>
  );
}
