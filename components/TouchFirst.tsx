import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import type { HeldTouch } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import type { HeldWorld } from './AskTouch';
import { AskTouch } from './AskTouch';
import { StepHeading } from './StepHeading';

type Props = HeldWorld & {
  readonly title: string;
  readonly text: string;
  readonly onCancel: () => void;
  /** What follows; whatever the touch gave is gone with it. */
  readonly children: (touch: HeldTouch) => ReactNode;
};

/** Asks for a touch before a step that needs one and something else besides. */
export function TouchFirst({ title, text, onCancel, children, ...world }: Props) {
  const headingId = useId();
  const [touch, setTouch] = useState<HeldTouch | null>(null);
  if (touch !== null) return children(touch);
  return (
    <section className="form panel" aria-labelledby={headingId}>
      <StepHeading id={headingId} focused>
        {title}
      </StepHeading>
      <p>{text}</p>
      <AskTouch
        {...world}
        submit={t('held.touch')}
        submitClass="primary"
        onTouched={async touched => {
          setTouch(touched);
          return {};
        }}
      />
      <button type="button" className="quiet" onClick={onCancel}>
        {t('form.cancel')}
      </button>
    </section>
  );
}
