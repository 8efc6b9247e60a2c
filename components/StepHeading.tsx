import type { ReactNode } from 'react';
import { useInitialFocus } from './use-initial-focus';

type Props = {
  readonly id?: string;
  /** Takes the focus on arrival, where the step has no field that does. */
  readonly focused: boolean;
  readonly children: ReactNode;
};

/** The heading of a part of a page, or of one step in it. */
export function StepHeading({ id, focused, children }: Props) {
  const heading = useInitialFocus<HTMLHeadingElement>(focused);
  return (
    <h2 id={id} ref={heading} tabIndex={-1} className="step-heading">
      {children}
    </h2>
  );
}
