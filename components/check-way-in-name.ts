import { failureSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import { failure } from '../lib/messages/failures';
import type { WayInView } from '../lib/messages/views';
import { parseLabel } from '../lib/model/label';
import type { Refusals } from './use-submit';

/** What is wrong with the name of a passkey; `others` are the ways in that it must be told from. */
export function checkWayInName(name: string, others: readonly WayInView[]): Refusals<'name'> {
  const parsed = parseLabel(name);
  if (!parsed.ok && parsed.error.code === 'label-empty') return { name: t('waysIn.nameNeeded') };
  if (!parsed.ok) return { name: failureSentence(failure(parsed.error.code)) };
  return others.some(other => other.name === parsed.value) ? { name: t('waysIn.nameTaken') } : {};
}
