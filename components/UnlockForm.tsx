import { useState } from 'react';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import { Field } from './Field';
import { FormError } from './FormError';
import { refusalsOf } from './refusals';
import { useSubmit } from './use-submit';

type Props = {
  readonly onUnlock: (password: string) => Promise<readonly Failure[]>;
  /** What was asked for while locked and happens once it is unlocked. */
  readonly goesOnWith?: string;
};

/** Asks for the master password. */
export function UnlockForm({ onUnlock, goesOnWith }: Props) {
  const [password, setPassword] = useState('');
  const { busy, refusals, props } = useSubmit<'password'>({ password }, async () =>
    refusalsOf(await onUnlock(password), { 'wrong-password': 'password' }),
  );
  return (
    <form {...props} className="form">
      <h1>{t('unlock.title')}</h1>
      {goesOnWith !== undefined && <p>{goesOnWith}</p>}
      <Field
        label={t('password.master')}
        type="password"
        autoComplete="current-password"
        // The one thing this page is opened for.
        focusFirst
        value={password}
        onChange={event => setPassword(event.target.value)}
        error={refusals.password}
      />
      <FormError error={refusals.form} />
      <button type="submit" className="primary" aria-disabled={busy}>
        {t('unlock.submit')}
      </button>
    </form>
  );
}
