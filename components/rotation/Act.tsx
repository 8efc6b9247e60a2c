import type { Failure } from '../../lib/messages/failures';
import { FormError } from '../FormError';
import { refusalsOf } from '../refusals';
import { useSubmit } from '../use-submit';

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
  const form = useSubmit<string>({ about }, async () => refusalsOf<string>(await onAct()));
  return (
    <form {...form.props} className="rotation-act">
      <button type="submit" className={look} aria-disabled={form.busy}>
        {label}
      </button>
      <FormError error={form.refusals.form} />
    </form>
  );
}
