import '../../lib/vault/with-cheap-kdf.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { scrubItem } from '../../lib/browser/scrub-item';
import { failure } from '../../lib/messages/failures';
import { err, ok } from '../../lib/shared/result';
import { makeFreshVault } from './fresh-vault.testing';
import { leaveNoTrace, scrubAfterUnlock } from './leave-no-trace';

vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));

const done = vi.hoisted(() => [] as string[]);
const disk = vi.hoisted(() => ({ scrub: async () => {} }));
vi.mock('../../lib/browser/scrub-disk', () => ({
  scrubDisk: async () => {
    await disk.scrub();
    done.push('scrubbed');
  },
}));

beforeEach(async () => {
  done.length = 0;
  disk.scrub = async () => {};
  await makeFreshVault();
});

async function change(): Promise<ReturnType<typeof ok<null>>> {
  done.push((await scrubItem.read()) === true ? 'changed, noted' : 'changed, not noted');
  return ok(null);
}

describe('a change that leaves no trace', () => {
  it('is noted before it is made, and not any more once the disk was seen to', async () => {
    expect(await leaveNoTrace(change, { waits: true })).toEqual(ok(null));
    expect(done).toEqual(['changed, noted', 'scrubbed']);
    expect(await scrubItem.read()).toBeNull();
  });

  it('is not answered before that', async () => {
    let goOn = () => {};
    disk.scrub = () => new Promise(resolve => (goOn = resolve));
    const changing = leaveNoTrace(change, { waits: true }).then(() => done.push('answered'));
    await vi.waitFor(() => expect(done).toEqual(['changed, noted']));
    expect(await scrubItem.read()).toBe(true);
    goOn();
    await changing;
    expect(done).toEqual(['changed, noted', 'scrubbed', 'answered']);
  });

  it('is answered at once where nobody is to wait for it', async () => {
    let goOn = () => {};
    disk.scrub = () => new Promise(resolve => (goOn = resolve));
    expect(await leaveNoTrace(change, { waits: false })).toEqual(ok(null));
    expect(await scrubItem.read()).toBe(true);
    goOn();
    await vi.waitFor(async () => expect(await scrubItem.read()).toBeNull());
  });

  it('that was refused leaves the disk alone', async () => {
    const refused = err([failure('wrong-password')]);
    expect(await leaveNoTrace(async () => refused, { waits: true })).toBe(refused);
    expect(done).toEqual([]);
    expect(await scrubItem.read()).toBeNull();
  });

  it('that was refused does not undo the note of an earlier one', async () => {
    await scrubItem.write(true);
    await leaveNoTrace(async () => err([failure('wrong-password')]), { waits: true });
    expect(await scrubItem.read()).toBe(true);
  });

  it('is made though it cannot be noted', async () => {
    vi.spyOn(scrubItem, 'write').mockRejectedValueOnce(new Error('No space left on device'));
    expect(await leaveNoTrace(change, { waits: true })).toEqual(ok(null));
  });

  it('is caught up with after the next unlock where copies were left', async () => {
    await leaveNoTrace(async () => err([failure('older-copies-remain')]), { waits: true });
    expect(done).toEqual([]);
    await scrubAfterUnlock();
    expect(done).toEqual(['scrubbed']);
    await scrubAfterUnlock();
    expect(done).toEqual(['scrubbed']);
  });
});
