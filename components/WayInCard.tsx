import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  /** What it is good for, and how it stands. */
  readonly text: string;
  /** What can be done with it. */
  readonly children?: ReactNode;
};

/** One way in. */
export function WayInCard({ title, text, children }: Props) {
  return (
    <li className="card" aria-label={title}>
      <h3>{title}</h3>
      <p className="hint">{text}</p>
      {children}
    </li>
  );
}
