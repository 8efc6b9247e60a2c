import { useState } from 'react';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { WayInView } from '../lib/messages/views';
import { checkWayInName } from './check-way-in-name';
import { Field } from './Field';
import { FormEnd } from './FormEnd';
import { refusalsOf } from './refusals';
import { useSubmit } from './use-submit';

type Props = {
  readonly wayIn: WayInView;
  readonly others: readonly WayInView[];
  readonly onRename: (name: string) => Promise<readonly Failure[]>;
  readonly onCancel: () => void;
};

/** Gives a passkey another name. */
export function RenameForm({ wayIn, others, onRename, onCancel }: Props) {
  const [name, setName] = useState(wayIn.name);
  const { busy, refusals, props } = useSubmit<'name'>({ name }, async () => {
    const problems = checkWayInName(
      name,
      others.map(other => other.name),
    );
    return Object.keys(problems).length > 0 ? problems : refusalsOf(await onRename(name.trim()));
  });
  return (
    <form {...props} className="form">
      <Field
        label={t('waysIn.name')}
        focusFirst
        autoComplete="off"
        value={name}
        onChange={event => setName(event.target.value)}
        error={refusals.name}
      />
      <FormEnd error={refusals.form} submit={t('waysIn.renameSubmit')} busy={busy} onCancel={onCancel} />
    </form>
  );
}
