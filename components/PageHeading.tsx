import type { ReactNode } from 'react';
import { useInitialFocus } from './use-initial-focus';

type Props = {
  /** Takes the focus on arrival, for whoever came from a part of the page that is gone. */
  readonly focused: boolean;
  readonly children: ReactNode;
};

/** The heading of one place of the full page. */
export function PageHeading({ focused, children }: Props) {
  const heading = useInitialFocus<HTMLHeadingElement>(focused);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
