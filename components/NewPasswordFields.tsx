import { useState } from 'react';
import { t } from '../lib/browser/text';
import type { RandomBytes } from '../lib/shared/bytes';
import { Field } from './Field';
import { PassphraseOffer } from './PassphraseOffer';
import { StrengthMeter } from './StrengthMeter';
import { usePasswordStrength } from './use-password-strength';
import type { Refusals } from './use-submit';

/** A password being chosen, typed twice. */
export type NewPassword = { readonly password: string; readonly repeat: string };

type Props = {
  readonly labels: NewPassword;
  readonly value: NewPassword;
  readonly onChange: (value: NewPassword) => void;
  readonly refusals: Refusals<'password' | 'repeat'>;
  readonly random: RandomBytes;
  readonly focusFirst?: boolean;
};

/** The two fields in which a master password is chosen, its strength, and a passphrase to take instead. */
export function NewPasswordFields({ labels, value, onChange, refusals, random, focusFirst = false }: Props) {
  const [readable, setReadable] = useState(false);
  const strength = usePasswordStrength(value.password);
  const type = readable ? 'text' : 'password';
  const common = { type, autoComplete: 'new-password', spellCheck: false, autoCapitalize: 'none' } as const;
  return (
    <>
      <Field
        {...common}
        label={labels.password}
        hint={t('password.hint')}
        focusFirst={focusFirst}
        value={value.password}
        onChange={event => onChange({ ...value, password: event.target.value })}
        error={refusals.password}
      />
      <StrengthMeter strength={strength} />
      <Field
        {...common}
        label={labels.repeat}
        value={value.repeat}
        onChange={event => onChange({ ...value, repeat: event.target.value })}
        error={refusals.repeat}
      />
      <label className="check">
        <input type="checkbox" checked={readable} onChange={event => setReadable(event.target.checked)} />
        {t('password.show')}
      </label>
      <PassphraseOffer
        random={random}
        password={value.password}
        onUse={passphrase => {
          onChange({ password: passphrase, repeat: passphrase });
          setReadable(true);
        }}
      />
    </>
  );
}
