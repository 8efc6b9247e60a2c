import { t } from '../../lib/browser/text';
import type { KeyCopy } from '../../lib/browser/vault-port';
import type { KeyFormat } from '../../lib/model/key-formats';
import { KEY_FORMATS } from '../../lib/model/key-formats';
import type { Say } from '../use-message';

/** What a form of a key is called on its button. */
export function wordsOfFormat(format: KeyFormat): string {
  switch (format) {
    case 'raw':
      return t('keys.copyRaw');
    case 'bearer':
      return t('keys.copyBearer');
    case 'x-api-key':
      return t('keys.copyXApiKey');
    case 'curl':
      return t('keys.copyCurl');
    case 'env':
      return t('keys.copyEnv');
  }
}

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
      <div className="row">
        {KEY_FORMATS.map(format => (
          <button key={format} type="button" onClick={() => void copy(format)}>
            {wordsOfFormat(format)}
          </button>
        ))}
      </div>
      <p className="hint">{t('keys.copyText')}</p>
    </fieldset>
  );
}
