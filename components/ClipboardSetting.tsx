import { useState } from 'react';
import { t } from '../lib/browser/text';
import { FormError } from './FormError';

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
      <FormError error={refused ? t('settings.clipboardRefused') : undefined} />
      {!granted && (
        <button type="button" onClick={() => void allow()}>
          {t('settings.clipboardAllow')}
        </button>
      )}
    </section>
  );
}
