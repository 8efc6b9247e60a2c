import { t } from '../../lib/browser/text';
import type { KeyCopy } from '../../lib/browser/vault-port';
import type { KeyFormat } from '../../lib/model/key-formats';
import type { Say } from '../use-message';
import { FormatButtons } from './FormatButtons';

type Props = {
  readonly onCopy: (format: KeyFormat) => Promise<KeyCopy>;
  readonly say: Pick<Say, 'status' | 'alert'>;
};

/** Copies a key in the form in which it goes where it is used. */
export function KeyCopies({ onCopy, say }: Props) {
  async function copy(format: KeyFormat) {
    const copied = await onCopy(format);
    if (copied === 'refused') say.alert(t('key.copyFailed'));
    else say.status(copied === 'clears' ? t('key.copiedClears') : t('key.copiedStays'));
  }
  return (
    <fieldset className="copies">
      <legend>{t('keys.copyTitle')}</legend>
      <FormatButtons onCopy={copy} />
      <p className="hint">{t('keys.copyText')}</p>
    </fieldset>
  );
}
