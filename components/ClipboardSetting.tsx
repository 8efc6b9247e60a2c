import { useState } from 'react';
import { t } from '../lib/browser/text';

type Props = {
  readonly allowed: boolean;
  /** Asks the browser; called in the click itself, as it insists. */
  readonly onAllow: () => Promise<boolean>;
};

/** Lets Latchkey take a copied key out of the clipboard again. */
export function ClipboardSetting({ allowed, onAllow }: Props) {
  const [granted, setGranted] = useState(allowed);
  const [refused, setRefused] = useState(false);
  async function allow() {
    const answer = await onAllow();
    setGranted(answer);
    setRefused(!answer);
  }
  return (
    <section className="form panel">
      <h2>{t('settings.clipboardTitle')}</h2>
      <p>{granted ? t('settings.clipboardAllowed') : t('settings.clipboardText')}</p>
      {refused && (
        <p className="error" role="alert">
          {t('settings.clipboardRefused')}
        </p>
      )}
      {!granted && (
        <button type="button" onClick={() => void allow()}>
          {t('settings.clipboardAllow')}
        </button>
      )}
    </section>
  );
}
