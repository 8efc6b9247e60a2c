import { describe, expect, it } from 'vitest';
import { findAccounts } from './find-accounts';
import { sampleAccount } from './testing/sample';

const accounts = [
  sampleAccount({ id: 'a', label: 'Work', email: 'ana@example.com' }),
  sampleAccount({ id: 'b', label: 'Café Zürich', email: 'ana@cafe.example' }),
  sampleAccount({ id: 'c', label: 'Client (work)', email: 'ops@client.example' }),
];

describe('finding accounts by what is typed', () => {
  it.each([
    ['', ['a', 'b', 'c']],
    ['   ', ['a', 'b', 'c']],
    ['WORK', ['a', 'c']],
    ['work ana', ['a']],
    ['cafe\u0301', ['b']],
    ['@client', ['c']],
    ['(', ['c']],
    ['nobody', []],
  ])('%j finds %j', (typed, ids) => {
    expect(findAccounts(accounts, typed).map(({ id }) => id)).toEqual(ids);
  });
});
