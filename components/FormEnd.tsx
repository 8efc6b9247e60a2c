import type { ReactNode } from 'react';
import { t } from '../lib/browser/text';
import { FormError } from './FormError';

type Props = {
  /** What is wrong with the form as a whole. */
  readonly error?: string | undefined;
  /** What the button says that does what the form is for. */
  readonly submit: string;
  readonly look?: 'primary' | 'urgent';
  readonly busy?: boolean;
  /** What would do as well. */
  readonly children?: ReactNode;
  readonly onCancel: () => void;
};

/** Where every form ends that can be left: what is wrong with it, its button, and the way out. */
export function FormEnd({ error, submit, look = 'primary', busy = false, children, onCancel }: Props) {
  return (
    <>
      <FormError error={error} />
      <div className="row">
        <button type="submit" className={look} aria-disabled={busy}>
          {submit}
        </button>
        {children}
        <button type="button" className="quiet" onClick={onCancel}>
          {t('form.cancel')}
        </button>
      </div>
    </>
  );
}
