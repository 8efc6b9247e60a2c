import { type ReactNode, useId, useState } from 'react';
import type { PasskeyPort, Proof } from '../lib/browser/passkey-port';
import { failureSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import { failure } from '../lib/messages/failures';
import type { PasskeyChoice } from '../lib/messages/views';
import { Field } from './Field';
import { FormError } from './FormError';
import { StepHeading } from './StepHeading';
import { useLeaveSignal } from './use-leave-signal';
import { type Refusals, useSubmit } from './use-submit';

/** What every form that asks for a way in has of its own. */
type Own = {
  readonly title: string;
  /** What the way in is asked for, in one sentence. */
  readonly text?: string;
  /** What the button says that does it. */
  readonly submit: string;
  readonly submitClass?: 'primary' | 'urgent';
  /** The form's other fields, above the password, with what they hold: a sentence goes when its field is changed. */
  readonly values?: Readonly<Record<string, string>>;
  readonly children?: (refusals: Refusals<string>) => ReactNode;
  /** What is wrong with the other fields: asked before any passkey is. */
  readonly check?: () => Refusals<string>;
};

type Props = Own & {
  /** The passkeys that will do instead of the password; none where only the password will. */
  readonly choices: readonly PasskeyChoice[];
  readonly port: Pick<PasskeyPort, 'prove'>;
  /** Does what was asked for; what stood in the way, with a wrong password under `password`. */
  readonly onProven: (proof: Proof) => Promise<Refusals<string>>;
  readonly onCancel: () => void;
};

/** Asks who is there, by the master password or by a passkey, before something that an open vault alone does not allow. */
export function ProveWayIn({ title, text, submit, submitClass = 'primary', values, children, check, ...props }: Props) {
  const { choices, port, onProven, onCancel } = props;
  const headingId = useId();
  const signal = useLeaveSignal();
  const [password, setPassword] = useState('');
  const form = useSubmit<string>({ ...values, password }, async pressed => {
    const problems = check?.() ?? {};
    if (pressed !== 'passkey' && password === '') problems.password = t('waysIn.passwordNeeded');
    if (Object.keys(problems).length > 0) return problems;
    if (pressed !== 'passkey') return onProven({ type: 'password', password });
    const touched = await port.prove(choices, signal);
    return touched.ok ? onProven(touched.value) : { form: failureSentence(failure(touched.error)) };
  });
  return (
    <form {...form.props} className="form panel" aria-labelledby={headingId}>
      <StepHeading id={headingId} focused={false}>
        {title}
      </StepHeading>
      {text !== undefined && <p>{text}</p>}
      {children?.(form.refusals)}
      <Field
        label={t('password.master')}
        type="password"
        autoComplete="current-password"
        focusFirst={values === undefined}
        value={password}
        onChange={event => setPassword(event.target.value)}
        error={form.refusals.password}
      />
      <FormError error={form.refusals.form} />
      <div className="row">
        <button type="submit" className={submitClass} aria-disabled={form.busy}>
          {submit}
        </button>
        {choices.length > 0 && (
          <button type="submit" value="passkey" aria-disabled={form.busy}>
            {t('waysIn.proveByPasskey')}
          </button>
        )}
        <button type="button" className="quiet" onClick={onCancel}>
          {t('form.cancel')}
        </button>
      </div>
    </form>
  );
}
