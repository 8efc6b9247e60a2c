import { failureSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import { failure } from '../lib/messages/failures';
import { parseLabel } from '../lib/model/label';
import type { Refusals } from './use-submit';

/** What is wrong with the name of a passkey; `names` are those that it must be told from. */
export function checkWayInName(name: string, names: readonly string[]): Refusals<'name'> {
  const parsed = parseLabel(name);
  if (!parsed.ok && parsed.error.code === 'label-empty') return { name: t('waysIn.nameNeeded') };
  if (!parsed.ok) return { name: failureSentence(failure(parsed.error.code)) };
  return names.includes(parsed.value) ? { name: t('waysIn.nameTaken') } : {};
}
