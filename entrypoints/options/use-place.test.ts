import { describe, expect, it } from 'vitest';
import { placeOf } from './use-place';

describe('placeOf', () => {
  it.each([
    ['', { at: 'accounts' }],
    ['#accounts', { at: 'accounts' }],
    ['#nonsense', { at: 'accounts' }],
    ['#edit=', { at: 'accounts' }],
    ['#add', { at: 'add' }],
    ['#settings', { at: 'settings' }],
    ['#copies', { at: 'copies' }],
    ['#forgot', { at: 'forgot' }],
    ['#edit=a-1', { at: 'edit', accountId: 'a-1' }],
  ])('reads %j', (hash, place) => {
    expect(placeOf(hash)).toEqual(place);
  });
});
