import { useState } from 'react';
import type { HeldTouch } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import { FormError } from './FormError';
import { RecoveryCodeField } from './RecoveryCodeField';
import { recoveryCodeProof } from './recovery-code-proof';
import type { Refusals } from './use-submit';
import { useSubmit } from './use-submit';

type Props = {
  readonly focusFirst: boolean;
  /** What else has to be right before the code is looked at. */
  readonly check: () => Refusals<string>;
  readonly onTyped: (touch: HeldTouch) => Promise<Refusals<string>>;
};

/** Asks for the recovery code that belongs to passkeys which hold accounts. */
export function HeldCodeForm({ focusFirst, check, onTyped }: Props) {
  const [code, setCode] = useState('');
  const { busy, refusals, props } = useSubmit<'code'>({ code }, async () => {
    const [problem] = Object.values(check());
    if (problem !== undefined) return { form: problem };
    const typed = recoveryCodeProof(code);
    if (!typed.ok) return { code: typed.error };
    if (typed.value.type !== 'recovery') return {};
    const refused = await onTyped(typed.value);
    if (Object.keys(refused).length === 0) setCode('');
    return refused;
  });
  return (
    <form {...props} className="touch-code">
      <RecoveryCodeField
        label={t('held.code')}
        hint={t('held.codeHint')}
        focusFirst={focusFirst}
        value={code}
        onChange={setCode}
        error={refusals.code}
      />
      <FormError error={refusals.form} />
      <button type="submit" aria-disabled={busy}>
        {t('held.byCode')}
      </button>
    </form>
  );
}
