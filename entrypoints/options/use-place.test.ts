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
    ['#keys', { at: 'keys', accountId: null, keyId: null }],
    ['#keys/a-1', { at: 'keys', accountId: 'a-1', keyId: null }],
    ['#keys/a-1/k-2', { at: 'keys', accountId: 'a-1', keyId: 'k-2' }],
    ['#keys/a-1/k-2/more', { at: 'accounts' }],
    ['#rotate/a-1', { at: 'accounts' }],
    ['#rotate/a-1/k-1', { at: 'rotate', accountId: 'a-1', keyId: 'k-1' }],
    ['#edit=a-1', { at: 'edit', accountId: 'a-1' }],
  ])('reads %j', (hash, place) => {
    expect(placeOf(hash)).toEqual(place);
  });
});
