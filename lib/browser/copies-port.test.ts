import { describe, expect, it } from 'vitest';
import { fileNameOf } from './copies-port';

const COPY = { name: 'spare-2', state: 'whole', generation: 4, sizeBytes: 900, isOpen: false } as const;
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
