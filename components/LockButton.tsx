import { t } from '../lib/browser/text';

type Props = { readonly locksAtMs: number | null; readonly onLock: () => void };

/** Locks now, and says when it would by itself. */
export function LockButton({ locksAtMs, onLock }: Props) {
  const time =
    locksAtMs === null ? null : new Date(locksAtMs).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return (
    <button type="button" className="quiet" onClick={onLock} {...(time ? { title: t('lock.at', [time]) } : {})}>
      {t('lock.submit')}
    </button>
  );
}
