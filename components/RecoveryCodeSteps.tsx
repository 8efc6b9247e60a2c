import { useState } from 'react';
import { chooseGroups, formatRecoveryCode, groupsOf } from '../lib/model/recovery-code';
import type { Bytes, RandomBytes } from '../lib/shared/bytes';
import type { LocalDate } from '../lib/shared/local-date';
import { RecoveryCodeCheck } from './RecoveryCodeCheck';
import { RecoveryCodeSheet } from './RecoveryCodeSheet';

/** What a recovery code is for: the steps themselves are the same for each. */
export type RecoveryCodeWords = {
  readonly title: string;
  /** What it is good for and what becomes of an earlier one. */
  readonly explanation: string;
  /** What holds until it is confirmed, for whoever leaves before. */
  readonly untilConfirmed: string;
  /** What it opens, for the printed page. */
  readonly opens: string;
};

type Props = {
  readonly words: RecoveryCodeWords;
  readonly code: Bytes;
  readonly today: LocalDate;
  readonly random: RandomBytes;
  /** Both groups were typed back: the code is on paper. Nothing has been saved yet. */
  readonly onConfirmed: () => void;
  readonly onCancel: () => void;
};

/** Shows a new recovery code, once, and has two of its groups typed back. */
export function RecoveryCodeSteps({ words, code, today, random, onConfirmed, onCancel }: Props) {
  const [groups] = useState(() => groupsOf(formatRecoveryCode(code)));
  const [asked] = useState(() => chooseGroups(random));
  const [typed, setTyped] = useState({ first: '', second: '' });
  const [isWritten, setWritten] = useState(false);
  return isWritten ? (
    <RecoveryCodeCheck
      groups={groups}
      asked={asked}
      typed={typed}
      onType={setTyped}
      onConfirmed={onConfirmed}
      onShowAgain={() => setWritten(false)}
      onCancel={onCancel}
    />
  ) : (
    <RecoveryCodeSheet
      words={words}
      groups={groups}
      today={today}
      onWritten={() => setWritten(true)}
      onCancel={onCancel}
    />
  );
}
