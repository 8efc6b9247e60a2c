import type { KeyPlace, KeysPort } from '../../lib/browser/keys-port';
import { t } from '../../lib/browser/text';
import type { SnoozeDays } from '../../lib/keys/put-off';
import { SNOOZE_TIMES } from '../../lib/keys/snooze';
import type { Failure } from '../../lib/messages/failures';
import { isMade } from '../../lib/messages/failures';
import type { InventoryKeyView } from '../../lib/messages/key-views';
import { focusTop } from '../focus-top';
import { sayChanged } from '../say-changed';
import type { Say } from '../use-message';
import type { UseActs } from './KeyUse';

type Acts = UseActs & { readonly onSnooze: (days: SnoozeDays) => void };

/** What can be done with a key at one press, and what the page says of it. `onGone` hears that it was removed. */
export function useKeyActs(
  place: KeyPlace,
  { snoozesLeft }: Pick<InventoryKeyView, 'snoozesLeft'>,
  port: KeysPort,
  say: Say,
  onGone: () => void,
): Acts {
  async function settle(act: Promise<readonly Failure[]>, done: string): Promise<boolean> {
    const failures = await act;
    const made = isMade(failures);
    if (!made) say.failures(failures);
    else {
      sayChanged(say, done, failures);
      // The button that was pressed goes away with what it was for.
      focusTop();
    }
    return made;
  }
  return {
    onSignIn: () => void settle(port.setSignIn(place), t('keys.filled')),
    onState: state =>
      void settle(port.setState(place, state), state === 'revoked' ? t('keys.revoked') : t('keys.markedActive')),
    onExposed: isExposed =>
      void settle(
        port.markCompromised(place, isExposed),
        isExposed ? t('keys.markedExposed') : t('keys.notExposedDone'),
      ),
    onSnooze: days => {
      const left = Math.min(SNOOZE_TIMES, snoozesLeft) - 1;
      void settle(port.snooze(place, days), `${t('keys.snoozeDone', days)} ${t('keys.snoozesLeft', left)}`);
    },
    onRemove: () => void settle(port.remove(place), t('keys.removed')).then(made => made && onGone()),
  };
}
