import type { RotationPort } from '../../lib/browser/rotation-port';
import { t } from '../../lib/browser/text';
import type { InventoryKeyView } from '../../lib/messages/key-views';
import type { Rotation } from '../../lib/model/rotation';
import { Act } from '../Act';
import { AskFirst } from './AskFirst';

type Props = {
  readonly accountId: string;
  readonly issue: Rotation['issue'];
  readonly oldKey: InventoryKeyView;
  readonly port: Pick<RotationPort, 'step' | 'checkRevoked' | 'openKeysPage'>;
};

/** The old key goes, now that the new one works. The person does that on the site, and says so here or has the relay asked. */
export function RevokeStep({ accountId, issue, oldKey, port }: Props) {
  const isOperator = issue === 'operator';
  const isUrgent = oldKey.compromisedAtMs !== null && oldKey.integrations.some(({ done }) => !done);
  return (
    <>
      <p>
        {isOperator ? t('rotation.revokeOperatorText', [oldKey.masked]) : t('rotation.revokeText', [oldKey.masked])}
      </p>
      {isUrgent && <p className="due-notice">{t('rotation.revokeFirst')}</p>}
      {!isOperator && (
        <button type="button" onClick={() => void port.openKeysPage()}>
          {t('rotation.openKeys')}
        </button>
      )}
      <Act
        label={isOperator ? t('rotation.revokedByOperator') : t('rotation.revoked')}
        look="primary"
        onAct={() => port.step(accountId, { do: 'revoked' })}
      />
      <div className="row">
        <AskFirst
          open={t('rotation.askWhetherDead')}
          title={t('rotation.relayDeadTitle')}
          submit={t('rotation.relaySend')}
          onAgree={() => port.checkRevoked(accountId, oldKey.id)}
        >
          <p>{t('rotation.relayDeadText')}</p>
          <p className="mono">{oldKey.masked}</p>
        </AskFirst>
      </div>
    </>
  );
}
