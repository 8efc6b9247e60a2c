import { useState } from 'react';
import type { HeldPort } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import { RECOVERY_CODE_BYTES } from '../lib/model/recovery-code';
import type { RandomBytes } from '../lib/shared/bytes';
import type { LocalDate } from '../lib/shared/local-date';
import type { HeldWorld } from './AskTouch';
import { ProveWayIn } from './ProveWayIn';
import { RecoveryCodeSteps } from './RecoveryCodeSteps';
import type { OnChanged } from './settle-change';
import { settleChange } from './settle-change';
import { TouchFirst } from './TouchFirst';

type Props = HeldWorld & {
  readonly port: Pick<HeldPort, 'touch' | 'prove' | 'setRecoveryCode'>;
  readonly random: RandomBytes;
  readonly today: LocalDate;
  readonly onSaved: OnChanged;
  readonly onCancel: () => void;
};

/** Makes another recovery code for what passkeys hold, and sends it only once it is known to be on paper. */
export function NewHeldCode({ random, today, onSaved, onCancel, ...world }: Props) {
  const { port } = world;
  const [code] = useState(() => random(RECOVERY_CODE_BYTES));
  const [isConfirmed, setConfirmed] = useState(false);
  if (!isConfirmed) {
    const words = {
      title: t('held.codeTitle'),
      explanation: t('held.codeText'),
      untilConfirmed: t('held.codeReplaces'),
      opens: t('held.codeOpens'),
    };
    const steps = { words, code, today, random, onCancel };
    return <RecoveryCodeSteps {...steps} onConfirmed={() => setConfirmed(true)} />;
  }
  return (
    <TouchFirst {...world} title={t('waysIn.codeProve')} text={t('held.newCodeTouch')} onCancel={onCancel}>
      {touch => (
        <ProveWayIn
          title={t('waysIn.codeProve')}
          text={t('held.codeReplaces')}
          submit={t('waysIn.codeSubmit')}
          choices={[]}
          port={port}
          onProven={async proof =>
            settleChange(await port.setRecoveryCode(proof, touch, code), { 'wrong-password': 'password' }, onSaved)
          }
          onCancel={onCancel}
        />
      )}
    </TouchFirst>
  );
}
