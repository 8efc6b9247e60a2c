import { clockTime } from '../lib/browser/clock-time';
import { t } from '../lib/browser/text';

type Props = { readonly locksAtMs: number | null; readonly onLock: () => void };

/** Locks now, and says when it would by itself. */
export function LockButton({ locksAtMs, onLock }: Props) {
  const time = locksAtMs === null ? null : clockTime(locksAtMs);
  return (
    <button type="button" className="quiet" onClick={onLock} {...(time ? { title: t('lock.at', [time]) } : {})}>
      {t('lock.submit')}
    </button>
  );
}
