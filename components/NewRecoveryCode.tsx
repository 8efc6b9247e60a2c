import { t } from '../lib/browser/text';
import type { WaysInPort } from '../lib/browser/ways-in-port';
import type { WayInView } from '../lib/messages/views';
import type { RandomBytes } from '../lib/shared/bytes';
import type { LocalDate } from '../lib/shared/local-date';
import { NewCode } from './NewCode';
import { ProveWayIn } from './ProveWayIn';
import type { OnChanged } from './settle-change';
import { passkeysIn } from './ways-in-words';

type Props = {
  readonly waysIn: readonly WayInView[];
  readonly hasPasskeys: boolean;
  readonly port: Pick<WaysInPort, 'prove' | 'setRecoveryCode'>;
  readonly random: RandomBytes;
  readonly today: LocalDate;
  readonly now: () => number;
  readonly onSaved: OnChanged;
  readonly onCancel: () => void;
};

/** Makes a recovery code, and sends it only once it is known to be on paper. */
export function NewRecoveryCode({ waysIn, hasPasskeys, port, random, today, now, onSaved, onCancel }: Props) {
  const replaces = waysIn.some(({ type }) => type === 'recovery');
  const words = {
    title: t('waysIn.codeTitle'),
    explanation: t('waysIn.codeText'),
    untilConfirmed: replaces ? t('waysIn.codeReplaces') : t('waysIn.codeUntil'),
    opens: t('waysIn.codeOpens'),
  };
  return (
    <NewCode words={words} random={random} today={today} onCancel={onCancel}>
      {code => (
        <ProveWayIn
          title={t('waysIn.codeProve')}
          text={replaces ? t('waysIn.codeProveReplaces') : t('waysIn.codeProveText')}
          submit={t('waysIn.codeSubmit')}
          choices={hasPasskeys ? passkeysIn(waysIn) : []}
          port={port}
          now={now}
          onProven={async (proof, settle) => settle(await port.setRecoveryCode(proof, code), onSaved)}
          onCancel={onCancel}
        />
      )}
    </NewCode>
  );
}
