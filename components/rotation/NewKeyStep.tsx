import { useState } from 'react';
import type { RotationPort } from '../../lib/browser/rotation-port';
import { t } from '../../lib/browser/text';
import type { InventoryKeyView } from '../../lib/messages/key-views';
import type { Rotation } from '../../lib/model/rotation';
import { Act } from '../Act';
import { Field } from '../Field';
import { FormError } from '../FormError';
import { refusalsOf } from '../refusals';
import { useSubmit } from '../use-submit';

type Props = {
  readonly accountId: string;
  readonly issue: Rotation['issue'];
  /** Keys that are saved and not in use: one of them may be the new one. */
  readonly staged: readonly InventoryKeyView[];
  readonly port: Pick<RotationPort, 'addNewKey' | 'step' | 'openKeysPage'>;
};

/** Takes the new key, by paste or one that is saved already. Nothing is revoked before it is. */
export function NewKeyStep({ accountId, issue, staged, port }: Props) {
  const [secret, setSecret] = useState('');
  const form = useSubmit({ apiKey: secret }, async () => {
    const refusals = refusalsOf<'apiKey'>(await port.addNewKey(accountId, secret));
    if (Object.keys(refusals).length === 0) setSecret('');
    return refusals;
  });
  const isOperator = issue === 'operator';
  return (
    <>
      <p>{isOperator ? t('rotation.newKeyOperatorText') : t('rotation.newKeyText')}</p>
      {!isOperator && (
        <button type="button" onClick={() => void port.openKeysPage()}>
          {t('rotation.openKeys')}
        </button>
      )}
      {staged.map(key => (
        <div className="offer" key={key.id}>
          <p>{t('rotation.stagedText')}</p>
          <Act
            label={t('rotation.useStaged', [key.masked])}
            onAct={() => port.step(accountId, { do: 'take', keyId: key.id })}
          />
        </div>
      ))}
      <form {...form.props} className="form rotation-paste">
        <Field
          label={t('rotation.newKey')}
          className="mono secret"
          value={secret}
          onChange={event => setSecret(event.target.value)}
          error={form.refusals.apiKey}
          autoComplete="off"
          spellCheck={false}
        />
        <FormError error={form.refusals.form} />
        <button type="submit" className="primary" aria-disabled={form.busy}>
          {t('rotation.saveNewKey')}
        </button>
      </form>
    </>
  );
}
