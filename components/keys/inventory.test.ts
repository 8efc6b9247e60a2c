import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../lib/shared/local-date';
import { sampleAccount } from '../testing/sample';
import { sampleInventoryKey, sampleRow } from '../testing/sample-keys';
import { sampleRotation } from '../testing/sample-rotation';
import type { KeySearch } from './inventory';
import { listRows, searchRows } from './inventory';

const until = '2026-07-20' as LocalDate;
const day = (date: string) => date as LocalDate;
const place = { id: 'p', name: 'Nightly export', where: '/etc/env', owner: 'Ana', note: '', done: false };

const ROWS = [
  sampleRow({ id: 'fresh', createdOn: day('2026-06-01'), lastUsedAtMs: 5 }),
  sampleRow({ id: 'revoked', use: 'revoked', state: 'overdue', daysLeft: -90, createdOn: day('2026-01-01') }),
  sampleRow({ id: 'never', state: 'never', dueOn: null, daysLeft: null, createdOn: day('2026-05-01') }, 'Home'),
  sampleRow({ id: 'put-off', state: 'overdue', daysLeft: -9, snoozedUntil: until, createdOn: day('2026-03-01') }),
  sampleRow({ id: 'overdue', state: 'overdue', daysLeft: -3, createdOn: day('2026-02-01'), label: 'Build server' }),
  sampleRow({ id: 'exposed', state: 'compromised', daysLeft: 60, createdOn: day('2026-07-01'), integrations: [place] }),
  sampleRow({ id: 'staged', use: 'staged', state: 'due-soon', daysLeft: 3, createdOn: day('2026-01-02') }),
  sampleRow({ id: 'soon', state: 'due-soon', daysLeft: 8, createdOn: day('2026-04-01'), lastUsedAtMs: 9 }, 'Home'),
];

function search(wanted: Partial<KeySearch>): string[] {
  const found = searchRows(ROWS, { text: '', accountId: '', filter: 'all', order: 'due', ...wanted });
  return found.map(({ key }) => key.id);
}

describe('searchRows', () => {
  it('puts first what has to be done first, and dead keys last', () => {
    expect(search({})).toEqual(['exposed', 'overdue', 'put-off', 'soon', 'fresh', 'never', 'revoked', 'staged']);
  });

  it.each([
    ['account', ['never', 'soon']],
    ['created', ['exposed', 'fresh']],
    ['used', ['soon', 'fresh']],
  ] as const)('orders by %s', (order, first) => {
    expect(search({ order }).slice(0, 2)).toEqual(first);
  });

  it.each([
    ['asking', ['exposed', 'overdue', 'put-off', 'soon']],
    ['fresh', ['fresh']],
    ['never', ['never']],
    ['compromised', ['exposed']],
    ['staged', ['staged']],
    ['revoked', ['revoked']],
  ] as const)('narrows to %s, where a key that is not in use is nothing else', (filter, ids) => {
    expect(search({ filter })).toEqual(ids);
  });

  it('finds a key by its label, its account, its last digits, and by where it is used', () => {
    expect(search({ text: 'BUILD' })).toEqual(['overdue']);
    expect(search({ text: 'home' })).toEqual(['soon', 'never']);
    expect(search({ text: '9f3a' })).toHaveLength(ROWS.length);
    expect(search({ text: 'export ana' })).toEqual(['exposed']);
    expect(search({ text: 'export bo' })).toEqual([]);
    expect(search({ accountId: 'account Home' })).toEqual(['soon', 'never']);
  });
});

describe('listRows', () => {
  it('lists the keys of the accounts that are shown', () => {
    const own = { intervalDays: null, neverDueBecause: null, rotation: null };
    const keys = [{ ...own, accountId: 'a', keys: [sampleInventoryKey()] }];
    expect(listRows([sampleAccount({ id: 'b' }), sampleAccount({ id: 'a' })], keys)).toHaveLength(1);
    expect(listRows([], keys)).toEqual([]);
  });

  it('says of the two keys of a rotation that it is under way, and of no other', () => {
    const rotation = sampleRotation({ oldKeyId: 'old', newKeyId: 'new' });
    const ids = ['old', 'new', 'other'];
    const keys = ids.map(id => sampleInventoryKey({ id }));
    const own = { accountId: 'a', intervalDays: null, neverDueBecause: null, keys, rotation };
    const rows = listRows([sampleAccount({ id: 'a' })], [own]);
    expect(rows.map(row => row.rotation)).toEqual([rotation, rotation, null]);
  });
});
