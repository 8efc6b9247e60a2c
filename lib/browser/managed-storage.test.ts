import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { STRICTEST, UNMANAGED } from '../model/managed';
import { readManaged } from './managed-storage';

function answer(read: () => Promise<Record<string, unknown>>): void {
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(read);
}

afterEach(() => vi.restoreAllMocks());

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
