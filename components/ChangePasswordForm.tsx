import { useState } from 'react';
import { t } from '../lib/browser/text';
import type { WaysInPort } from '../lib/browser/ways-in-port';
import type { Failure } from '../lib/messages/failures';
import type { WayInView } from '../lib/messages/views';
import { checkNewPassword } from './check-new-password';
import { Field } from './Field';
import { FormError } from './FormError';
import type { NewPassword } from './NewPasswordFields';
import { NewPasswordFields } from './NewPasswordFields';
import type { RenewalWorld } from './RenewKeySteps';
import { RenewKeySteps, takesSteps } from './RenewKeySteps';
import { RenewOffer } from './RenewOffer';
import { renewedWords } from './renewal-words';
import { StepHeading } from './StepHeading';
import type { OnChanged } from './settle-change';
import { settleChange } from './settle-change';
import { useSubmit } from './use-submit';
import { useWait } from './use-wait';
import { WaitNotice } from './WaitNotice';

type Props = RenewalWorld & {
  readonly waysIn: readonly WayInView[];
  readonly port: Pick<WaysInPort, 'changePassword' | 'touchAnew' | 'renewKey'>;
  /** Says what was done, and hears what it has left behind. */
  readonly onDone: (text: string, leftOver: readonly Failure[]) => void;
};

const EMPTY: NewPassword = { password: '', repeat: '' };
const BLAME = { 'wrong-password': 'current', 'password-too-short': 'password' } as const;

/** Replaces the master password by another one, with a new vault key unless the person declines. */
export function ChangePasswordForm({ waysIn, onDone, ...world }: Props) {
  const { random, port, now } = world;
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(EMPTY);
  const [renews, setRenews] = useState(true);
  const { wait, isTooSoon, take } = useWait(now);
  const [step, setStep] = useState<'form' | 'renewal' | 'back'>('form');
  const finish: OnChanged = leftOver => {
    setCurrent('');
    setNext(EMPTY);
    setStep(last => (last === 'renewal' ? 'back' : last));
    onDone(renews ? renewedWords(waysIn, true) : t('settings.passwordChanged'), leftOver);
  };
  const { busy, refusals, props } = useSubmit<'current' | 'password' | 'repeat'>({ current, ...next }, async () => {
    const problems = await checkNewPassword(next.password, next.repeat);
    if (Object.keys(problems).length > 0) return problems;
    if (renews && takesSteps(waysIn)) {
      setStep('renewal');
      return {};
    }
    if (isTooSoon()) return {};
    const proof = { type: 'password', password: current } as const;
    const renewal = { proof, password: next.password, passkeys: [], recoveryCode: null };
    const failures = renews ? await port.renewKey(renewal) : await port.changePassword(proof, next.password);
    return settleChange(failures, BLAME, finish, take);
  });
  if (step === 'renewal') {
    return (
      <RenewKeySteps
        {...world}
        waysIn={waysIn}
        password={current}
        nextPassword={next.password}
        onRenewed={finish}
        onCancel={() => setStep('back')}
      />
    );
  }
  return (
    <form {...props} className="form panel">
      <StepHeading focused={step === 'back'}>{t('settings.passwordTitle')}</StepHeading>
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
      <RenewOffer waysIn={waysIn} checked={renews} onChange={setRenews} />
      <WaitNotice wait={wait} now={now} />
      <FormError error={refusals.form} />
      <button type="submit" className="primary" aria-disabled={busy}>
        {t('settings.changePassword')}
      </button>
    </form>
  );
}
