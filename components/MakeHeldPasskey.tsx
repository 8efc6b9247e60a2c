import { useId, useState } from 'react';
import type { HeldPort } from '../lib/browser/held-port';
import type { TouchedPasskey } from '../lib/browser/passkey-port';
import { failureSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import { failure } from '../lib/messages/failures';
import { checkWayInName } from './check-way-in-name';
import { Field } from './Field';
import { FormEnd } from './FormEnd';
import { HeldRisks } from './HeldRisks';
import { StepHeading } from './StepHeading';
import { useLeaveSignal } from './use-leave-signal';
import { useSubmit } from './use-submit';

/** A passkey that was made and holds nothing yet. */
export type NamedPasskey = { readonly name: string; readonly passkey: TouchedPasskey };

type Props = {
  readonly title: string;
  readonly port: Pick<HeldPort, 'make'>;
  readonly onMade: (made: NamedPasskey) => void;
  readonly onCancel: () => void;
};

/** Says what it means that a passkey holds an account, and has one made. */
export function MakeHeldPasskey({ title, port, onMade, onCancel }: Props) {
  const headingId = useId();
  const signal = useLeaveSignal();
  const [name, setName] = useState('');
  const { busy, refusals, props } = useSubmit<'name'>({ name }, async () => {
    const problems = checkWayInName(name, []);
    if (Object.keys(problems).length > 0) return problems;
    const made = await port.make(name.trim(), [], signal);
    if (!made.ok) return { form: failureSentence(failure(made.error)) };
    onMade({ name: name.trim(), passkey: made.value });
    return {};
  });
  return (
    <form {...props} className="form panel" aria-labelledby={headingId}>
      <StepHeading id={headingId} focused>
        {title}
      </StepHeading>
      <HeldRisks />
      <p>{t('held.makeText')}</p>
      <Field
        label={t('waysIn.name')}
        hint={t('waysIn.nameHint')}
        autoComplete="off"
        value={name}
        onChange={event => setName(event.target.value)}
        error={refusals.name}
      />
      <FormEnd error={refusals.form} submit={t('held.make')} busy={busy} onCancel={onCancel} />
    </form>
  );
}
