import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeIndexedDb } from './indexed-db.testing';
import { spareStore } from './spare-store';

const ENVELOPE = Uint8Array.of(1, 2, 3);
let indexedDb: FakeIndexedDb;

beforeEach(() => {
  indexedDb = new FakeIndexedDb();
  vi.stubGlobal('indexedDB', indexedDb);
});

describe('spareStore', () => {
  it('gives back what was written, and null where nothing was', async () => {
    await spareStore.write('spare-1', ENVELOPE, 42);
    expect(await spareStore.read('spare-1')).toEqual(ENVELOPE);
    expect(await spareStore.savedAtMs('spare-1')).toBe(42);
    expect(await spareStore.read('spare-2')).toBeNull();
    expect(await spareStore.savedAtMs('spare-2')).toBeNull();
  });

  it('stores the bytes that it was given and nothing of the buffer behind them', async () => {
    await spareStore.write('spare-1', new Uint8Array(100).subarray(10, 13), 42);
    expect(indexedDb.records.get('spare-1')).toEqual({ envelope: new Uint8Array(3), savedAtMs: 42 });
    const { envelope } = indexedDb.records.get('spare-1') as { envelope: Uint8Array };
    expect(envelope.buffer.byteLength).toBe(3);
  });

  it('asks for what it has written to be on the disk, and waits for that', async () => {
    indexedDb.isStalled = true;
    const done = vi.fn();
    void spareStore.write('spare-1', ENVELOPE, 42).then(done);
    await vi.waitFor(() => expect(indexedDb.records.size).toBe(1));
    await new Promise(resolve => setTimeout(resolve));
    expect(done).not.toHaveBeenCalled();
    expect(indexedDb.lastOptions).toEqual({ durability: 'strict' });
  });

  it('gives up an engine that never answers, so that nothing waits for it for good', async () => {
    vi.useFakeTimers();
    indexedDb.isStalled = true;
    const written = spareStore.write('spare-1', ENVELOPE, 42).catch((error: Error) => error.message);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(await written).toBe('the spare copies do not answer');
    vi.useRealTimers();
  });

  it.each([[null], ['text'], [{ envelope: 'text', savedAtMs: 42 }], [{ envelope: ENVELOPE }]])(
    'takes %j for bytes that are no envelope, and not for an empty place',
    async value => {
      indexedDb.records.set('spare-1', value);
      expect(await spareStore.read('spare-1')).toEqual(new Uint8Array(0));
      expect(await spareStore.savedAtMs('spare-1')).toBeNull();
    },
  );

  it('says so where it cannot read or write, but knows no time rather than failing', async () => {
    const failure = new DOMException('broken', 'UnknownError');
    indexedDb.failure = failure;
    await expect(spareStore.read('spare-1')).rejects.toBe(failure);
    indexedDb.failure = failure;
    await expect(spareStore.write('spare-1', ENVELOPE, 42)).rejects.toBe(failure);
    indexedDb.failure = failure;
    expect(await spareStore.savedAtMs('spare-1')).toBeNull();
  });

  it('lets go of the database after each use, whatever came of it', async () => {
    await spareStore.write('spare-1', ENVELOPE, 42);
    indexedDb.failure = new DOMException('broken', 'UnknownError');
    await spareStore.read('spare-1').catch(() => undefined);
    expect(indexedDb.openCount).toBe(0);
  });

  it('is empty once it was erased', async () => {
    await spareStore.write('spare-1', ENVELOPE, 42);
    await spareStore.erase();
    expect(indexedDb.records.size).toBe(0);
    expect(await spareStore.read('spare-1')).toBeNull();
  });
});
