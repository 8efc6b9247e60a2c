import { useState } from 'react';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { RandomBytes } from '../lib/shared/bytes';
import { checkNewPassword } from './check-new-password';
import { Field } from './Field';
import { FormError } from './FormError';
import { type NewPassword, NewPasswordFields } from './NewPasswordFields';
import { refusalsOf } from './refusals';
import { useSubmit } from './use-submit';

type Props = {
  readonly random: RandomBytes;
  readonly onChangePassword: (current: string, next: string) => Promise<readonly Failure[]>;
  readonly onDone: () => void;
};

const EMPTY: NewPassword = { password: '', repeat: '' };

/** Replaces the master password by another one. */
export function ChangePasswordForm({ random, onChangePassword, onDone }: Props) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(EMPTY);
  const { busy, refusals, props } = useSubmit<'current' | 'password' | 'repeat'>({ current, ...next }, async () => {
    const problems = await checkNewPassword(next.password, next.repeat);
    if (Object.keys(problems).length > 0) return problems;
    const failures = await onChangePassword(current, next.password);
    if (failures.length === 0) {
      setCurrent('');
      setNext(EMPTY);
      onDone();
    }
    return refusalsOf(failures, { 'wrong-password': 'current', 'password-too-short': 'password' });
  });
  return (
    <form {...props} className="form panel">
      <h2>{t('settings.passwordTitle')}</h2>
      <Field
        label={t('password.current')}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={event => setCurrent(event.target.value)}
        error={refusals.current}
      />
      <NewPasswordFields
        labels={{ password: t('password.next'), repeat: t('password.repeatNext') }}
        value={next}
        onChange={setNext}
        refusals={refusals}
        random={random}
      />
      <FormError error={refusals.form} />
      <button type="submit" className="primary" aria-disabled={busy}>
        {t('settings.changePassword')}
      </button>
    </form>
  );
}
