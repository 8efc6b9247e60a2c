import { t } from '../../lib/browser/text';
import type { KeyFormat } from '../../lib/model/key-formats';
import { KEY_FORMATS } from '../../lib/model/key-formats';

function wordsOfFormat(format: KeyFormat): string {
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

/** A button for each form in which a key goes where it is used. */
export function FormatButtons({ onCopy }: { readonly onCopy: (format: KeyFormat) => Promise<void> }) {
  return (
    <div className="row">
      {KEY_FORMATS.map(format => (
        <button key={format} type="button" onClick={() => void onCopy(format)}>
          {wordsOfFormat(format)}
        </button>
      ))}
    </div>
  );
}
