import { expect, it } from 'vitest';
import { dueFirst } from './due-first';
import { sampleAccount, sampleKey } from './testing/sample';

it('puts due keys first, and keeps the order otherwise', () => {
  const accounts = [
    sampleAccount({ id: 'none', key: null }),
    sampleAccount({ id: 'soon', key: sampleKey({ state: 'due-soon' }) }),
    sampleAccount({ id: 'overdue', key: sampleKey({ state: 'overdue' }) }),
    sampleAccount({ id: 'fresh' }),
    sampleAccount({ id: 'exposed', key: sampleKey({ state: 'compromised' }) }),
  ];
  expect(dueFirst(accounts).map(({ id }) => id)).toEqual(['overdue', 'exposed', 'none', 'soon', 'fresh']);
});
