import { useState } from 'react';
import type { RotationPort } from '../../lib/browser/rotation-port';
import { t } from '../../lib/browser/text';
import type { InventoryKeyView } from '../../lib/messages/key-views';
import type { KeyFormat } from '../../lib/model/key-formats';
import { FormatButtons } from '../keys/FormatButtons';

type Props = {
  readonly accountId: string;
  readonly newKey: InventoryKeyView;
  readonly port: Pick<RotationPort, 'copy'>;
};

/** The new key in each form in which a machine may want it. */
export function CopyNewKey({ accountId, newKey, port }: Props) {
  const [said, setSaid] = useState('');
  async function copy(format: KeyFormat) {
    // Cleared first, so that the same sentence said twice is announced twice.
    setSaid('');
    const copied = await port.copy(accountId, newKey.id, format);
    if (copied === 'refused') setSaid(t('key.copyFailed'));
    else setSaid(copied === 'clears' ? t('rotation.copied') : t('rotation.copiedStays'));
  }
  return (
    <fieldset className="offer copy-new">
      <legend>{t('rotation.copyNew', [newKey.masked])}</legend>
      <FormatButtons onCopy={copy} />
      <p className="hint" role="status">
        {said}
      </p>
    </fieldset>
  );
}
