import { t } from '../lib/browser/text';
import type { ManagedPolicy } from '../lib/model/managed';

/** What an organisation prescribes, in words; nothing where nobody manages the browser. */
export function ManagedNotice({ managed }: { readonly managed: ManagedPolicy }) {
  const { maximumLockAfterMinutes, maximumIntervalDays, minimumNoticeDays, exportAllowed, isUnreadable } = managed;
  const sentences = [
    maximumLockAfterMinutes !== null && t('managed.lock', [maximumLockAfterMinutes]),
    maximumIntervalDays !== null && t('managed.interval', [maximumIntervalDays]),
    minimumNoticeDays !== null && t('managed.notice', [minimumNoticeDays]),
    !exportAllowed && t('managed.noExport'),
  ].filter(sentence => sentence !== false);
  if (sentences.length === 0) return null;
  return (
    <div className="managed-notice">
      <p>{isUnreadable ? t('managed.unreadable') : t('managed.title')}</p>
      <ul>
        {sentences.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
