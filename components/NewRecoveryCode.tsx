import { useState } from 'react';
import { t } from '../lib/browser/text';
import type { WaysInPort } from '../lib/browser/ways-in-port';
import type { WayInView } from '../lib/messages/views';
import { RECOVERY_CODE_BYTES } from '../lib/model/recovery-code';
import type { RandomBytes } from '../lib/shared/bytes';
import type { LocalDate } from '../lib/shared/local-date';
import { ProveWayIn } from './ProveWayIn';
import { RecoveryCodeSteps } from './RecoveryCodeSteps';
import type { OnChanged } from './settle-change';
import { settleChange } from './settle-change';
import { useLeaveWarning } from './use-leave-warning';
import { passkeysIn } from './ways-in-words';

type Props = {
  readonly waysIn: readonly WayInView[];
  readonly hasPasskeys: boolean;
  readonly port: Pick<WaysInPort, 'prove' | 'setRecoveryCode'>;
  readonly random: RandomBytes;
  readonly today: LocalDate;
  readonly onSaved: OnChanged;
  readonly onCancel: () => void;
};

/** Makes a recovery code, and sends it only once it is known to be on paper. */
export function NewRecoveryCode({ waysIn, hasPasskeys, port, random, today, onSaved, onCancel }: Props) {
  const [code] = useState(() => random(RECOVERY_CODE_BYTES));
  const [isConfirmed, setConfirmed] = useState(false);
  useLeaveWarning(true);
  const replaces = waysIn.some(({ type }) => type === 'recovery');
  if (!isConfirmed) {
    const words = {
      title: t('waysIn.codeTitle'),
      explanation: t('waysIn.codeText'),
      untilConfirmed: replaces ? t('waysIn.codeReplaces') : t('waysIn.codeUntil'),
      opens: t('waysIn.codeOpens'),
    };
    const steps = { words, code, today, random, onCancel };
    return <RecoveryCodeSteps {...steps} onConfirmed={() => setConfirmed(true)} />;
  }
  return (
    <ProveWayIn
      title={t('waysIn.codeProve')}
      text={replaces ? t('waysIn.codeProveReplaces') : t('waysIn.codeProveText')}
      submit={t('waysIn.codeSubmit')}
      choices={hasPasskeys ? passkeysIn(waysIn) : []}
      port={port}
      onProven={async proof =>
        settleChange(await port.setRecoveryCode(proof, code), { 'wrong-password': 'password' }, onSaved)
      }
      onCancel={onCancel}
    />
  );
}
