import { useState } from 'react';
import type { HeldPort } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import type { AccountView } from '../lib/messages/views';
import { RECOVERY_CODE_BYTES } from '../lib/model/recovery-code';
import type { RandomBytes } from '../lib/shared/bytes';
import type { LocalDate } from '../lib/shared/local-date';
import type { NamedPasskey } from './MakeHeldPasskey';
import { MakeHeldPasskey } from './MakeHeldPasskey';
import { ProveWayIn } from './ProveWayIn';
import { RecoveryCodeSteps } from './RecoveryCodeSteps';
import type { OnChanged } from './settle-change';
import { settleChange } from './settle-change';

type Props = {
  readonly account: AccountView;
  readonly port: Pick<HeldPort, 'make' | 'prove' | 'setUp'>;
  readonly random: RandomBytes;
  readonly today: LocalDate;
  readonly onHeld: OnChanged;
  readonly onCancel: () => void;
};

/** The way to the first account that a passkey holds: the passkey, its recovery code on paper, and who is there. */
export function HoldSteps({ account, port, random, today, onHeld, onCancel }: Props) {
  const [made, setMade] = useState<NamedPasskey | null>(null);
  const [code] = useState(() => random(RECOVERY_CODE_BYTES));
  const [isConfirmed, setConfirmed] = useState(false);
  if (made === null) {
    return (
      <MakeHeldPasskey
        title={t('held.turnOnTitle', [account.label])}
        port={port}
        onMade={setMade}
        onCancel={onCancel}
      />
    );
  }
  if (!isConfirmed) {
    const words = {
      title: t('held.codeTitle'),
      explanation: t('held.codeText'),
      untilConfirmed: t('held.codeUntil'),
      opens: t('held.codeOpens'),
    };
    const steps = { words, code, today, random, onCancel };
    return <RecoveryCodeSteps {...steps} onConfirmed={() => setConfirmed(true)} />;
  }
  return (
    <ProveWayIn
      title={t('held.proveTitle')}
      text={t('held.proveText', [account.label])}
      submit={t('held.turnOn')}
      choices={[]}
      port={port}
      onProven={async proof =>
        settleChange(
          await port.setUp({ proof, accountId: account.id, ...made, code }),
          { 'wrong-password': 'password' },
          onHeld,
        )
      }
      onCancel={onCancel}
    />
  );
}
