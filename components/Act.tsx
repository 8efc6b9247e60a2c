import type { Failure } from '../lib/messages/failures';
import { FormError } from './FormError';
import { refusalsOf } from './refusals';
import { useSubmit } from './use-submit';

type Props = {
  readonly label: string;
  readonly look?: string;
  /** What the act is about: what was wrong with it before is forgotten when it changes. */
  readonly about?: string;
  /** What stood in the way, or nothing. */
  readonly onAct: () => Promise<readonly Failure[]>;
};

/** A button for one thing to do, which says below itself what stood in the way. */
export function Act({ label, look = '', about = '', onAct }: Props) {
  // What stood in the way is of the whole act, and that is where it is forgotten.
  const form = useSubmit({ form: about }, async () => refusalsOf<'form'>(await onAct()));
  return (
    <form {...form.props} className="act-form">
      <button type="submit" className={look} aria-disabled={form.busy}>
        {label}
      </button>
      <FormError error={form.refusals.form} />
    </form>
  );
}
