import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failure } from '../messages/failures';
import type { CopyView } from '../messages/views';
import { base64Encode } from '../shared/base64';
import { err, ok } from '../shared/result';
import { copiesPort, fileNameOf } from './copies-port';
import { send } from './messaging';
import { saveFile } from './save-file';

vi.mock('./messaging', () => ({ send: vi.fn() }));
vi.mock('./save-file', () => ({ saveFile: vi.fn() }));

const COPY = { name: 'spare-2', state: 'whole', generation: 4, sizeBytes: 900, use: null } as const;
const nowMs = new Date(2026, 10, 24, 12).getTime();

describe('fileNameOf', () => {
  it('names the place and the day of the save, as the person counts days', () => {
    const savedAtMs = new Date(2026, 10, 23, 23, 59).getTime();
    expect(fileNameOf({ ...COPY, savedAtMs }, nowMs)).toBe('latchkey-copy-spare-2-2026-11-23.latchkey');
  });

  it('takes today where nobody knows when it was saved', () => {
    expect(fileNameOf({ ...COPY, savedAtMs: null }, nowMs)).toBe('latchkey-copy-spare-2-2026-11-24.latchkey');
  });
});

describe('saving every copy', () => {
  const FORBIDDEN = err([failure('export-not-allowed')]);
  const [FIRST, SECOND] = [new Uint8Array([1, 2, 3]), new Uint8Array([1, 2, 4])];
  const savedAtMs = nowMs;
  const list = (['a', 'b', 'spare-1', 'spare-2', 'spare-3'] as const).map(name => ({ ...COPY, name, savedAtMs }));

  /** A worker that has these bytes in these places, and nothing in the others. */
  function serve(stored: Partial<Record<CopyView['name'], Uint8Array<ArrayBuffer> | 'gone' | 'forbidden'>>) {
    const copies = list.map(copy => ({ ...copy, sizeBytes: stored[copy.name] === undefined ? null : 3 }));
    vi.mocked(send).mockImplementation(async (message, input) => {
      if (message === 'copies.list') return ok(copies) as never;
      const content = stored[(input as CopyView).name];
      if (content === 'forbidden') return FORBIDDEN as never;
      const isThere = content !== undefined && content !== 'gone';
      return (isThere ? ok({ envelope: base64Encode(content) }) : err([failure('copy-unreadable')])) as never;
    });
  }

  beforeEach(() => vi.mocked(saveFile).mockClear());

  it('makes one file of copies that are the same to the last byte', async () => {
    serve({ a: FIRST, b: FIRST, 'spare-2': FIRST });
    const name = 'latchkey-copy-a-2026-11-24.latchkey';
    expect(await copiesPort.saveAllToFiles()).toEqual({ names: [name], failures: [] });
    expect(saveFile).toHaveBeenCalledExactlyOnceWith(name, FIRST);
  });

  it('makes a file of each copy that differs, whichever of them is the sound one', async () => {
    serve({ a: FIRST, b: FIRST, 'spare-1': SECOND });
    const { names, failures } = await copiesPort.saveAllToFiles();
    expect(names).toEqual(['latchkey-copy-a-2026-11-24.latchkey', 'latchkey-copy-spare-1-2026-11-24.latchkey']);
    expect(failures).toEqual([]);
    expect(vi.mocked(saveFile).mock.calls.map(([, bytes]) => bytes)).toEqual([FIRST, SECOND]);
  });

  it('tells of a copy that it could not save, and saves the others', async () => {
    serve({ a: FIRST, b: 'gone' });
    expect(await copiesPort.saveAllToFiles()).toEqual({
      names: ['latchkey-copy-a-2026-11-24.latchkey'],
      failures: [failure('copy-unreadable')],
    });
  });

  it('saves nothing where an organisation allows no file', async () => {
    serve({ a: 'forbidden' });
    expect(await copiesPort.saveAllToFiles()).toEqual({ names: [], failures: [failure('export-not-allowed')] });
    expect(saveFile).not.toHaveBeenCalled();
  });
});
