import { useState } from 'react';
import type { RotationPort } from '../../lib/browser/rotation-port';
import { failureSentence } from '../../lib/browser/sentences';
import { t } from '../../lib/browser/text';
import type { InventoryKeyView } from '../../lib/messages/key-views';
import type { Integration } from '../../lib/model/key';
import { FormError } from '../FormError';
import { CopyNewKey } from './CopyNewKey';

type Props = {
  readonly accountId: string;
  readonly oldKey: InventoryKeyView;
  readonly newKey: InventoryKeyView;
  readonly port: Pick<RotationPort, 'step' | 'copy'>;
};

/** Walks through what uses the old key, a tick each, with the new one at hand. */
export function IntegrationsStep({ accountId, oldKey, newKey, port }: Props) {
  const [error, setError] = useState<string | undefined>(undefined);
  const { integrations } = oldKey;
  const count = integrations.filter(({ done }) => done).length;
  async function tick({ id }: Integration, done: boolean) {
    const failures = await port.step(accountId, { do: 'tick', integrationId: id, done });
    setError(failures[0] && failureSentence(failures[0]));
  }
  return (
    <>
      <p>{oldKey.use === 'revoked' ? t('rotation.integrationsCompromised') : t('rotation.integrationsText')}</p>
      <CopyNewKey accountId={accountId} newKey={newKey} port={port} />
      <ul className="ticks">
        {integrations.map(integration => (
          <li key={integration.id}>
            <label className="check">
              <input
                type="checkbox"
                checked={integration.done}
                onChange={event => void tick(integration, event.target.checked)}
              />
              <span>{integration.name}</span>
            </label>
            {integration.where !== '' && <p className="hint">{integration.where}</p>}
            {integration.owner !== '' && <p className="hint">{t('rotation.owner', [integration.owner])}</p>}
            {integration.note !== '' && <p className="hint">{integration.note}</p>}
          </li>
        ))}
      </ul>
      <p className="hint" role="status">
        {t('rotation.integrationsCount', [String(count), String(integrations.length)])}
      </p>
      <FormError error={error} />
    </>
  );
}
