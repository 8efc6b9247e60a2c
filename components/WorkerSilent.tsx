import { failureSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import { FormError } from './FormError';

type Props = { readonly failures: readonly Failure[]; readonly onRetry: () => void };

/** The worker did not say how the vault stands. */
export function WorkerSilent({ failures, onRetry }: Props) {
  return (
    <section className="form">
      <FormError error={failures.map(failureSentence).join(' ')} />
      <button type="button" onClick={onRetry}>
        {t('page.retry')}
      </button>
    </section>
  );
}
