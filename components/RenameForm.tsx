import { useState } from 'react';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { WayInView } from '../lib/messages/views';
import { checkWayInName } from './check-way-in-name';
import { Field } from './Field';
import { FormError } from './FormError';
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
      <FormError error={refusals.form} />
      <div className="row">
        <button type="submit" className="primary" aria-disabled={busy}>
          {t('waysIn.renameSubmit')}
        </button>
        <button type="button" className="quiet" onClick={onCancel}>
          {t('form.cancel')}
        </button>
      </div>
    </form>
  );
}
