import type { ReactNode } from 'react';

type Props = {
  /** How much of the ring is drawn, from 0 to 1. */
  readonly fraction: number;
  readonly tone: 'code' | 'ending' | 'never' | 'fresh' | 'due-soon' | 'overdue' | 'compromised';
  /** A glyph in the middle, drawn in a 24 by 24 box. */
  readonly children?: ReactNode;
};

/** The one figure of Latchkey: a key's age fills it, a code's life empties it. Words beside it say the same. */
export function Ring({ fraction, tone, children }: Props) {
  return (
    <svg className="ring" data-tone={tone} viewBox="0 0 24 24" aria-hidden="true">
      <circle className="ring-track" cx="12" cy="12" r="10" />
      <circle
        className="ring-arc"
        cx="12"
        cy="12"
        r="10"
        pathLength="100"
        strokeDasharray="100"
        strokeDashoffset={100 - 100 * Math.min(1, Math.max(0, fraction))}
        transform="rotate(-90 12 12)"
      />
      {children}
    </svg>
  );
}
