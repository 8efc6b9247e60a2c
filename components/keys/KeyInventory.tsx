import { useState } from 'react';
import { t } from '../../lib/browser/text';
import type { AccountView } from '../../lib/messages/views';
import type { LocalDate } from '../../lib/shared/local-date';
import type { KeyRow, KeySearch } from './inventory';
import { searchRows } from './inventory';
import { KeyCard } from './KeyCard';
import { KeySearchBar } from './KeySearchBar';
import { KeyTimeline } from './KeyTimeline';

const EVERYTHING: KeySearch = { text: '', accountId: '', filter: 'all', order: 'due' };

type Props = {
  readonly accounts: readonly AccountView[];
  readonly rows: readonly KeyRow[];
  readonly today: LocalDate;
};

/** All keys of all accounts: on a timeline, and one by one. */
export function KeyInventory({ accounts, rows, today }: Props) {
  const [search, setSearch] = useState(EVERYTHING);
  const found = searchRows(rows, search);
  if (rows.length === 0) return <p className="empty">{t('keys.none')}</p>;
  return (
    <>
      <KeySearchBar search={search} accounts={accounts} onSearch={setSearch} />
      {/* Counted aloud while the person types: what is found is further down. */}
      <p role="status" className="hint">
        {t('keys.shown', rows.length, [String(found.length), String(rows.length)])}
      </p>
      {found.length === 0 ? (
        <p className="empty">{t('keys.noneFound')}</p>
      ) : (
        <>
          <KeyTimeline rows={found} today={today} />
          <section className="key-list" aria-labelledby="key-list-title">
            <h2 id="key-list-title">{t('keys.list')}</h2>
            <ul>
              {found.map(row => (
                <KeyCard key={`${row.account.id}/${row.key.id}`} row={row} />
              ))}
            </ul>
          </section>
        </>
      )}
    </>
  );
}
