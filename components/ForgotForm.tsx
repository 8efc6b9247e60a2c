import { useState } from 'react';
import type { PasskeyPort, Proof } from '../lib/browser/passkey-port';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import { failure } from '../lib/messages/failures';
import type { DoorsView } from '../lib/messages/views';
import type { RandomBytes } from '../lib/shared/bytes';
import { checkNewPassword } from './check-new-password';
import { FormError } from './FormError';
import type { NewPassword } from './NewPasswordFields';
import { NewPasswordFields } from './NewPasswordFields';
import { RecoveryCodeField } from './RecoveryCodeField';
import { recoveryCodeProof } from './recovery-code-proof';
import { refusalsOf } from './refusals';
import { StepHeading } from './StepHeading';
import { useLeaveSignal } from './use-leave-signal';
import { useSubmit } from './use-submit';
import { useWait } from './use-wait';
import { WaitNotice } from './WaitNotice';

type Props = {
  /** What is left to open the vault with: at least one of them. */
  readonly doors: DoorsView;
  readonly port: Pick<PasskeyPort, 'prove'>;
  readonly random: RandomBytes;
  readonly now: () => number;
  readonly onRecover: (proof: Proof, next: string) => Promise<readonly Failure[]>;
};

/**
 * A new master password by another way in. The way in is asked for last and in the same step, so that nothing which opens
 * the vault lies in the page while a password is thought of.
 */
export function ForgotForm({ doors: { passkeys, hasRecoveryCode }, port, random, now, onRecover }: Props) {
  const [code, setCode] = useState('');
  const [next, setNext] = useState<NewPassword>({ password: '', repeat: '' });
  const signal = useLeaveSignal();
  const { wait, isTooSoon, take } = useWait(now);
  const values = { code, ...next };
  const { busy, refusals, props } = useSubmit<keyof typeof values>(values, async pressed => {
    const byCode = pressed === 'passkey' ? null : recoveryCodeProof(code);
    const problems = await checkNewPassword(next.password, next.repeat);
    if (byCode?.ok === false) return { ...problems, code: byCode.error };
    if (Object.keys(problems).length > 0 || isTooSoon()) return problems;
    const proof = byCode ?? (await port.prove(passkeys, signal));
    if (!proof.ok) return refusalsOf([failure(proof.error)]);
    const failures = take(await onRecover(proof.value, next.password));
    return refusalsOf(failures, { 'wrong-recovery-code': 'code', 'password-too-short': 'password' });
  });
  return (
    <form {...props} className="form panel">
      <StepHeading focused={false}>{t('forgot.nextTitle')}</StepHeading>
      <NewPasswordFields
        labels={{ password: t('password.next'), repeat: t('password.repeatNext') }}
        value={next}
        onChange={setNext}
        refusals={refusals}
        random={random}
        focusFirst
      />
      {hasRecoveryCode && (
        <RecoveryCodeField
          label={t('waysIn.recoveryCode')}
          hint={passkeys.length > 0 ? t('forgot.codeHintOptional') : t('forgot.codeHint')}
          value={code}
          onChange={setCode}
          error={refusals.code}
        />
      )}
      <WaitNotice wait={wait} now={now} />
      <FormError error={refusals.form} />
      <div className="row">
        {hasRecoveryCode && (
          <button type="submit" className="primary" aria-disabled={busy}>
            {t('forgot.byCode')}
          </button>
        )}
        {passkeys.length > 0 && (
          <button type="submit" value="passkey" className={hasRecoveryCode ? '' : 'primary'} aria-disabled={busy}>
            {t('forgot.byPasskey')}
          </button>
        )}
      </div>
    </form>
  );
}
