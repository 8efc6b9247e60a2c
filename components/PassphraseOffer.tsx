import { useState } from 'react';
import { t } from '../lib/browser/text';
import { generatePassphrase } from '../lib/model/passphrase';
import type { RandomBytes } from '../lib/shared/bytes';

type Props = {
  readonly random: RandomBytes;
  /** What the fields hold now. */
  readonly password: string;
  readonly onUse: (passphrase: string) => void;
};

/** A passphrase for whoever would rather not think of a password. */
export function PassphraseOffer({ random, password, onUse }: Props) {
  const [passphrase, setPassphrase] = useState(() => generatePassphrase(random));
  function drawAnother() {
    const next = generatePassphrase(random);
    setPassphrase(next);
    // Whoever has taken the old one would otherwise learn a passphrase that the fields do not hold.
    if (password === passphrase) onUse(next);
  }
  return (
    <div className="offer">
      <h2>{t('passphrase.title')}</h2>
      <p className="hint">{t('passphrase.text')}</p>
      <p className="passphrase">{passphrase}</p>
      <div className="row">
        <button type="button" onClick={() => onUse(passphrase)}>
          {t('passphrase.use')}
        </button>
        <button type="button" className="quiet" onClick={drawAnother}>
          {t('passphrase.another')}
        </button>
      </div>
    </div>
  );
}
