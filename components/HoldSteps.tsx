import { useState } from 'react';
import type { HeldPort } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import type { AccountView } from '../lib/messages/views';
import type { RandomBytes } from '../lib/shared/bytes';
import type { LocalDate } from '../lib/shared/local-date';
import type { NamedPasskey } from './MakeHeldPasskey';
import { MakeHeldPasskey } from './MakeHeldPasskey';
import { NewCode } from './NewCode';
import { ProveWayIn } from './ProveWayIn';
import type { OnChanged } from './settle-change';

type Props = {
  readonly account: AccountView;
  readonly port: Pick<HeldPort, 'make' | 'prove' | 'setUp'>;
  readonly random: RandomBytes;
  readonly today: LocalDate;
  readonly now: () => number;
  readonly onHeld: OnChanged;
  readonly onCancel: () => void;
};

/** The way to the first account that a passkey holds: the passkey, its recovery code on paper, and who is there. */
export function HoldSteps({ account, port, random, today, now, onHeld, onCancel }: Props) {
  const [made, setMade] = useState<NamedPasskey | null>(null);
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
  const words = {
    title: t('held.codeTitle'),
    explanation: t('held.codeText'),
    untilConfirmed: t('waysIn.codeUntil'),
    opens: t('held.codeOpens'),
  };
  return (
    <NewCode words={words} random={random} today={today} onCancel={onCancel}>
      {code => (
        <ProveWayIn
          title={t('held.proveTitle')}
          text={t('held.proveText', [account.label])}
          submit={t('held.turnOn')}
          choices={[]}
          port={port}
          now={now}
          onProven={async (proof, settle) =>
            settle(await port.setUp({ proof, accountId: account.id, ...made, code }), onHeld)
          }
          onCancel={onCancel}
        />
      )}
    </NewCode>
  );
}
