import { describe, expect, it } from 'vitest';
import { formatUnsealed, makeHeader } from '../crypto/envelope.testing';
import { newestFirst, readCopies } from './copies';
import { FakeEnvelopeStore } from './stores.testing';

const at = (generation: number) => formatUnsealed(makeHeader({ generation }));

function storeWith(...copies: readonly (readonly ['a' | 'b', Uint8Array<ArrayBuffer>])[]): FakeEnvelopeStore {
  const store = new FakeEnvelopeStore();
  for (const [name, bytes] of copies) store.stored.set(name, bytes);
  return store;
}

describe('readCopies', () => {
  it('tells apart a copy that was never written, one that cannot be read and one that does not parse', async () => {
    const store = storeWith(['b', new Uint8Array(10)]);
    expect(await readCopies(store)).toEqual([
      { name: 'a', state: 'empty' },
      { name: 'b', state: 'refused', failure: 'envelope-foreign' },
    ]);
    store.faultAt = (_, __, name) => (name === 'a' ? 'reject' : null);
    expect(await readCopies(store)).toMatchObject([
      { name: 'a', state: 'unreadable' },
      { name: 'b', state: 'refused' },
    ]);
  });

  it('reads each copy by itself: one that cannot be read does not hide the other', async () => {
    const store = storeWith(['a', at(1)], ['b', at(2)]);
    store.faultAt = (_, __, name) => (name === 'a' ? 'reject' : null);
    expect(await readCopies(store)).toMatchObject([{ state: 'unreadable' }, { state: 'parsed' }]);
  });

  it('takes a backup in the place of a vault for something that somebody put there', async () => {
    const store = storeWith(['a', formatUnsealed(makeHeader({ namespace: 'backup' }))]);
    expect(await readCopies(store)).toMatchObject([
      { state: 'refused', failure: 'envelope-foreign' },
      { state: 'empty' },
    ]);
  });

  it('says of a copy from a later version that it is newer', async () => {
    const newer = at(1).fill(9, 9, 10);
    expect(await readCopies(storeWith(['b', newer]))).toMatchObject([
      { state: 'empty' },
      { failure: 'envelope-newer' },
    ]);
  });
});

describe('newestFirst', () => {
  it('puts the highest generation first, wherever it lies, and leaves out what did not parse', async () => {
    const generations = async (store: FakeEnvelopeStore) =>
      newestFirst(await readCopies(store)).map(({ name, envelope }) => [name, envelope.header.generation]);
    expect(await generations(storeWith(['a', at(3)], ['b', at(4)]))).toEqual([
      ['b', 4],
      ['a', 3],
    ]);
    expect(await generations(storeWith(['a', at(5)], ['b', at(4)]))).toEqual([
      ['a', 5],
      ['b', 4],
    ]);
    expect(await generations(storeWith(['b', at(4)]))).toEqual([['b', 4]]);
  });
});
