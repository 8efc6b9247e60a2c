import { t } from '../lib/browser/text';
import type { WayInView } from '../lib/messages/views';

/** What a new vault key asks of the other ways in, or null where there are none. */
export function priceWords(waysIn: readonly WayInView[]): string | null {
  const hasPasskey = waysIn.some(({ type }) => type === 'passkey');
  const hasCode = waysIn.some(({ type }) => type === 'recovery');
  if (hasPasskey) return hasCode ? t('renewal.takesBoth') : t('renewal.takesTouches');
  return hasCode ? t('renewal.takesCode') : null;
}

/** That the vault has a new key, and what of the ways in that there were opens it no longer. */
export function renewedWords(waysIn: readonly WayInView[], isNewPassword: boolean): string {
  const hadCode = waysIn.some(({ type }) => type === 'recovery');
  if (isNewPassword) return hadCode ? t('renewal.donePasswordCode') : t('renewal.donePassword');
  return [t('renewal.done'), ...(hadCode ? [t('renewal.doneCode')] : [])].join(' ');
}

/** Where one stands among the steps; nothing where there is one step only. */
export function stepWords(step: number, steps: number): string | null {
  if (steps === 1) return null;
  const numbers = [String(step), String(steps)] as const;
  return step === steps ? t('renewal.lastStep', [...numbers]) : t('renewal.step', [...numbers]);
}
