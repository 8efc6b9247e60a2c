import { t } from '../lib/browser/text';

/** Says above the cards that keys are due. The cards say which. */
export function DueNotice({ count }: { readonly count: number }) {
  return count === 0 ? null : <p className="due-notice">{t('due.title', count)}</p>;
}
