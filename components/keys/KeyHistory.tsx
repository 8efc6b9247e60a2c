import { t } from '../../lib/browser/text';
import type { HistoryEvent } from '../../lib/model/history';
import { momentWords } from '../moment-words';
import { actWords } from './key-words';

/** What happened to a key, the newest first. */
export function KeyHistory({ events }: { readonly events: readonly HistoryEvent[] }) {
  return (
    <section className="form panel">
      <h2>{t('keys.historyTitle')}</h2>
      <p className="hint">{t('keys.historyText')}</p>
      {events.length === 0 ? (
        <p className="hint">{t('keys.historyNone')}</p>
      ) : (
        <ol className="history">
          {events.map(({ act, atMs }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two events of one kind may bear one time, and none is ever moved.
            <li key={`${atMs} ${act} ${events.length - index}`}>
              <span>{actWords(act)}</span> <time dateTime={new Date(atMs).toISOString()}>{momentWords(atMs)}</time>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
