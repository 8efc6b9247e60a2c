import { useId } from 'react';
import { t } from '../lib/browser/text';
import type { PasswordStrength } from '../lib/model/password-strength';

/** How far the bar goes, of 4. */
const LEVELS: Readonly<Record<PasswordStrength, number>> = {
  'password-too-short': 1,
  'password-common': 1,
  'password-weak': 2,
  good: 3,
  strong: 4,
};

function levelWord(strength: PasswordStrength): string {
  if (strength === 'good' || strength === 'strong') return t(`password.level.${strength}`);
  return strength === 'password-too-short' ? t('password.level.tooShort') : t('password.level.tooWeak');
}

/** How strong the typed password is, as a bar and a word. */
export function StrengthMeter({ strength }: { readonly strength: PasswordStrength | null }) {
  const id = useId();
  const word = strength === null ? '' : levelWord(strength);
  return (
    <div className="strength" data-strength={strength ?? 'none'}>
      <label htmlFor={id}>{t('password.strength')}</label>
      <meter id={id} min="0" max="4" low={2.5} high={3.5} optimum={4} value={strength === null ? 0 : LEVELS[strength]}>
        {word}
      </meter>
      <span>{word}</span>
    </div>
  );
}
