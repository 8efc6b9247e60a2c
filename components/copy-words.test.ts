import { describe, expect, it } from 'vitest';
import { bestToSave } from './copy-words';
import { sampleCopy } from './testing/sample-copies';

describe('bestToSave', () => {
  it('takes the newest whole copy, whatever else there is', () => {
    const newest = sampleCopy({ name: 'spare-2', generation: 8 });
    const newer = sampleCopy({ name: 'a', state: 'newer', generation: null, savedAtMs: 9e12 });
    expect(bestToSave([sampleCopy(), newest, newer])).toBe(newest);
  });

  it('takes one of a newer version, then a damaged one, rather than none', () => {
    const damaged = sampleCopy({ name: 'a', state: 'damaged', generation: null });
    const newer = sampleCopy({ name: 'b', state: 'newer', generation: null });
    expect(bestToSave([damaged, newer])).toBe(newer);
    expect(bestToSave([damaged, sampleCopy({ state: 'empty' })])).toBe(damaged);
  });

  it('takes none where there are no bytes', () => {
    expect(bestToSave([sampleCopy({ state: 'empty' }), sampleCopy({ state: 'unreadable' })])).toBeNull();
  });
});
