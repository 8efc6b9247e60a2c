import { useState } from 'react';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { RandomBytes } from '../lib/shared/bytes';
import { checkNewPassword } from './check-new-password';
import { FormError } from './FormError';
import type { NewPassword } from './NewPasswordFields';
import { NewPasswordFields } from './NewPasswordFields';
import { refusalsOf } from './refusals';
import { useSubmit } from './use-submit';

type Props = {
  readonly random: RandomBytes;
  readonly onCreate: (password: string) => Promise<readonly Failure[]>;
};

/** First run: chooses the master password. */
export function CreateVaultForm({ random, onCreate }: Props) {
  const [value, setValue] = useState<NewPassword>({ password: '', repeat: '' });
  const { busy, refusals, props } = useSubmit<'password' | 'repeat'>(value, async () => {
    const problems = await checkNewPassword(value.password, value.repeat);
    if (Object.keys(problems).length > 0) return problems;
    return refusalsOf(await onCreate(value.password), { 'password-too-short': 'password' });
  });
  return (
    <form {...props} className="form panel">
      <h1>{t('create.title')}</h1>
      <p>{t('create.text')}</p>
      <NewPasswordFields
        labels={{ password: t('password.master'), repeat: t('password.repeat') }}
        value={value}
        onChange={setValue}
        refusals={refusals}
        random={random}
        focusFirst
      />
      <FormError error={refusals.form} />
      <button type="submit" className="primary" aria-disabled={busy}>
        {t('create.submit')}
      </button>
    </form>
  );
}
