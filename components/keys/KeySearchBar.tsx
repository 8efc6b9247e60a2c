import { t } from '../../lib/browser/text';
import type { AccountView } from '../../lib/messages/views';
import { Field } from '../Field';
import { SelectField } from '../SelectField';
import type { KeyFilter, KeyOrder, KeySearch } from './inventory';
import { KEY_FILTERS, KEY_ORDERS } from './inventory';

function wordsOfFilter(filter: KeyFilter): string {
  switch (filter) {
    case 'all':
      return t('keys.filterAll');
    case 'asking':
      return t('keys.filterAsking');
    case 'fresh':
      return t('keys.filterFresh');
    case 'never':
      return t('keys.filterNever');
    case 'compromised':
      return t('keys.filterCompromised');
    case 'staged':
      return t('keys.filterStaged');
    case 'revoked':
      return t('keys.filterRevoked');
  }
}

function wordsOfOrder(order: KeyOrder): string {
  switch (order) {
    case 'due':
      return t('keys.orderDue');
    case 'account':
      return t('keys.orderAccount');
    case 'created':
      return t('keys.orderCreated');
    case 'used':
      return t('keys.orderUsed');
  }
}

type Props = {
  readonly search: KeySearch;
  readonly accounts: readonly AccountView[];
  readonly onSearch: (search: KeySearch) => void;
};

/** What narrows the list of keys, and orders it. */
export function KeySearchBar({ search, accounts, onSearch }: Props) {
  const everyAccount = { value: '', label: t('keys.everyAccount') };
  return (
    <search className="key-search">
      <Field
        label={t('keys.search')}
        type="search"
        autoComplete="off"
        spellCheck={false}
        value={search.text}
        onChange={event => onSearch({ ...search, text: event.target.value })}
      />
      {accounts.length > 1 && (
        <SelectField
          label={t('keys.ofAccount')}
          value={search.accountId}
          choices={[everyAccount, ...accounts.map(({ id, label }) => ({ value: id, label }))]}
          onChoose={accountId => onSearch({ ...search, accountId })}
        />
      )}
      <SelectField
        label={t('keys.filter')}
        value={search.filter}
        choices={KEY_FILTERS.map(value => ({ value, label: wordsOfFilter(value) }))}
        onChoose={filter => onSearch({ ...search, filter })}
      />
      <SelectField
        label={t('keys.order')}
        value={search.order}
        choices={KEY_ORDERS.map(value => ({ value, label: wordsOfOrder(value) }))}
        onChoose={order => onSearch({ ...search, order })}
      />
    </search>
  );
}
