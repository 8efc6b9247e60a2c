import { describe, expect, it } from 'vitest';
import { newestNumber, saveKeyOf } from './copy-words';
import { sampleCopy } from './testing/sample-copies';

describe('newestNumber', () => {
  it('is the highest of the copies that may be opened', () => {
    const damaged = sampleCopy({ name: 'a', state: 'damaged', generation: 99 });
    const unproven = sampleCopy({ name: 'b', state: 'unproven', generation: 8 });
    expect(newestNumber([sampleCopy(), damaged, unproven])).toBe(8);
  });

  it('is none where no copy may be opened', () => {
    expect(newestNumber([sampleCopy({ state: 'empty', generation: null })])).toBeNull();
  });
});

describe('saveKeyOf', () => {
  it('changes with what is written into a place', () => {
    expect(saveKeyOf(sampleCopy())).toBe(saveKeyOf(sampleCopy({ state: 'damaged' })));
    expect(saveKeyOf(sampleCopy())).not.toBe(saveKeyOf(sampleCopy({ generation: 8 })));
    expect(saveKeyOf(sampleCopy())).not.toBe(saveKeyOf(sampleCopy({ name: 'a' })));
  });
});
