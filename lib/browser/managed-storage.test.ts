import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { STRICTEST, UNMANAGED } from '../model/managed';
import { followManaged, readManaged, readManagedAtOnce } from './managed-storage';

function answer(read: () => Promise<Record<string, unknown>>): void {
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(read);
}

const never = () => new Promise<never>(() => {});

async function followOnce(): Promise<void> {
  await new Promise<void>(resolve => followManaged(resolve));
}

afterEach(async () => {
  vi.restoreAllMocks();
  await browser.storage.local.clear();
});

describe('what the browser holds as managed', () => {
  it('is read as it is', async () => {
    answer(async () => ({ maximumIntervalDays: 30 }));
    expect(await readManaged()).toEqual({ ...UNMANAGED, maximumIntervalDays: 30 });
  });

  it('is nothing where there is nothing, and where Firefox says so by failing', async () => {
    answer(async () => ({}));
    expect(await readManaged()).toEqual(UNMANAGED);
    answer(() => Promise.reject(new Error('Managed storage manifest not found')));
    expect(await readManaged()).toEqual(UNMANAGED);
  });

  it('is the strictest where it cannot be read, or not understood', async () => {
    answer(() => Promise.reject(new Error('IO error: .../LOCK')));
    expect(await readManaged()).toEqual(STRICTEST);
    answer(async () => ({ maximumIntervalDays: 'thirty' }));
    expect(await readManaged()).toEqual(STRICTEST);
  });
});

describe('while the browser has not answered yet', () => {
  it('what it said last stands in', async () => {
    answer(async () => ({ maximumLockAfterMinutes: 10 }));
    await followOnce();
    answer(never);
    expect(await readManagedAtOnce()).toEqual({ ...UNMANAGED, maximumLockAfterMinutes: 10 });
  });

  it('nothing is prescribed where it never said anything', async () => {
    answer(never);
    expect(await readManagedAtOnce()).toEqual(UNMANAGED);
  });

  it('what was not understood then is the strictest now', async () => {
    answer(async () => ({ maximumIntervalDays: 'thirty' }));
    await followOnce();
    answer(never);
    expect(await readManagedAtOnce()).toEqual(STRICTEST);
  });
});

describe('once the browser answers', () => {
  it('that counts, whatever it said before', async () => {
    answer(async () => ({ maximumLockAfterMinutes: 10 }));
    await followOnce();
    answer(async () => ({}));
    expect(await readManagedAtOnce()).toEqual(UNMANAGED);
    await followOnce();
    answer(never);
    expect(await readManagedAtOnce()).toEqual(UNMANAGED);
  });

  it('whoever follows is told, also where nothing can be remembered', async () => {
    answer(async () => ({ maximumLockAfterMinutes: 10 }));
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('the disk is full'));
    await followOnce();
    expect(await readManagedAtOnce()).toEqual({ ...UNMANAGED, maximumLockAfterMinutes: 10 });
  });
});
