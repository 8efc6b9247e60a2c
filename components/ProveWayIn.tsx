import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import type { PasskeyPort, Proof } from '../lib/browser/passkey-port';
import { failureSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import { failure } from '../lib/messages/failures';
import type { PasskeyChoice } from '../lib/messages/views';
import { Field } from './Field';
import { FormEnd } from './FormEnd';
import { StepHeading } from './StepHeading';
import type { OnChanged } from './settle-change';
import { settleChange } from './settle-change';
import { useLeaveSignal } from './use-leave-signal';
import type { Refusals } from './use-submit';
import { useSubmit } from './use-submit';
import { useWait } from './use-wait';
import { WaitNotice } from './WaitNotice';

/** Says what became of a change: what stood in its way at its place in the form, or `onChanged` hears of it. */
export type Settle = (failures: readonly Failure[], onChanged: OnChanged) => Refusals<string>;

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
  readonly now: () => number;
  /** Does what was asked for, and settles it. */
  readonly onProven: (proof: Proof, settle: Settle) => Promise<Refusals<string>>;
  readonly onCancel: () => void;
};

/** Asks who is there, by the master password or by a passkey, before something that an open vault alone does not allow. */
export function ProveWayIn({ title, text, submit, submitClass = 'primary', values, children, check, ...props }: Props) {
  const { choices, port, now, onProven, onCancel } = props;
  const headingId = useId();
  const signal = useLeaveSignal();
  const [password, setPassword] = useState('');
  const { wait, isTooSoon, take } = useWait(now);
  const settle: Settle = (failures, onChanged) =>
    settleChange(failures, { 'wrong-password': 'password' }, onChanged, take);
  const form = useSubmit<string>({ ...values, password }, async pressed => {
    const problems = check?.() ?? {};
    if (pressed !== 'passkey' && password === '') problems.password = t('waysIn.passwordNeeded');
    if (Object.keys(problems).length > 0 || isTooSoon()) return problems;
    if (pressed !== 'passkey') return onProven({ type: 'password', password }, settle);
    const touched = await port.prove(choices, signal);
    return touched.ok ? onProven(touched.value, settle) : { form: failureSentence(failure(touched.error)) };
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
      <WaitNotice wait={wait} now={now} />
      <FormEnd error={form.refusals.form} submit={submit} look={submitClass} busy={form.busy} onCancel={onCancel}>
        {choices.length > 0 && (
          <button type="submit" value="passkey" aria-disabled={form.busy}>
            {t('waysIn.proveByPasskey')}
          </button>
        )}
      </FormEnd>
    </form>
  );
}
