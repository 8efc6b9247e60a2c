import type { ReactNode } from 'react';
import { useState } from 'react';
import { RECOVERY_CODE_BYTES } from '../lib/model/recovery-code';
import type { Bytes, RandomBytes } from '../lib/shared/bytes';
import type { LocalDate } from '../lib/shared/local-date';
import type { RecoveryCodeWords } from './RecoveryCodeSteps';
import { RecoveryCodeSteps } from './RecoveryCodeSteps';
import { useLeaveWarning } from './use-leave-warning';

type Props = {
  readonly words: RecoveryCodeWords;
  readonly random: RandomBytes;
  readonly today: LocalDate;
  readonly onCancel: () => void;
  /** What follows once the code is known to be on paper. Nothing has been saved yet. */
  readonly children: (code: Bytes) => ReactNode;
};

/** Makes a recovery code, has it put on paper, and goes on with it. */
export function NewCode({ words, random, today, onCancel, children }: Props) {
  const [code] = useState(() => random(RECOVERY_CODE_BYTES));
  const [isConfirmed, setConfirmed] = useState(false);
  // To the end: whoever leaves with it just written down would keep a paper that opens nothing.
  useLeaveWarning(true);
  if (isConfirmed) return children(code);
  const steps = { words, code, today, random, onCancel };
  return <RecoveryCodeSteps {...steps} onConfirmed={() => setConfirmed(true)} />;
}
