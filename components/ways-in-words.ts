import { t } from '../lib/browser/text';
import type { PasskeyChoice, WayInView } from '../lib/messages/views';

/** What a way in is called in a sentence or list. */
export function wordsForWayIn({ type, name }: WayInView): string {
  if (type === 'passkey') return t('waysIn.namedPasskey', [name]);
  return type === 'password' ? t('password.master') : t('waysIn.recoveryCode');
}

/** The passkeys among ways in, as they are asked for. */
export function passkeysIn(waysIn: readonly WayInView[]): readonly PasskeyChoice[] {
  return waysIn.flatMap(({ choice }) => choice ?? []);
}
