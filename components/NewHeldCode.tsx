import type { HeldPort } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import type { RandomBytes } from '../lib/shared/bytes';
import type { LocalDate } from '../lib/shared/local-date';
import type { HeldWorld } from './AskTouch';
import { NewCode } from './NewCode';
import { ProveWayIn } from './ProveWayIn';
import type { OnChanged } from './settle-change';
import { TouchFirst } from './TouchFirst';

type Props = HeldWorld & {
  readonly port: Pick<HeldPort, 'touch' | 'prove' | 'setRecoveryCode'>;
  readonly random: RandomBytes;
  readonly today: LocalDate;
  readonly now: () => number;
  readonly onSaved: OnChanged;
  readonly onCancel: () => void;
};

/** Makes another recovery code for what passkeys hold, and sends it only once it is known to be on paper. */
export function NewHeldCode({ random, today, now, onSaved, onCancel, ...world }: Props) {
  const { port } = world;
  const words = {
    title: t('held.codeTitle'),
    explanation: t('held.codeText'),
    untilConfirmed: t('held.codeReplaces'),
    opens: t('held.codeOpens'),
  };
  return (
    <NewCode words={words} random={random} today={today} onCancel={onCancel}>
      {code => (
        <TouchFirst {...world} title={t('waysIn.codeProve')} text={t('held.newCodeTouch')} onCancel={onCancel}>
          {touch => (
            <ProveWayIn
              title={t('waysIn.codeProve')}
              text={t('held.codeReplaces')}
              submit={t('waysIn.codeSubmit')}
              choices={[]}
              port={port}
              now={now}
              onProven={async (proof, settle) => settle(await port.setRecoveryCode(proof, touch, code), onSaved)}
              onCancel={onCancel}
            />
          )}
        </TouchFirst>
      )}
    </NewCode>
  );
}
