import type { CopyView } from '../../lib/messages/views';

/** A copy that is whole and not open, with what a case is about put over it. */
export function sampleCopy(over: Partial<CopyView> = {}): CopyView {
  return {
    name: 'spare-1',
    state: 'whole',
    generation: 7,
    savedAtMs: new Date(2026, 10, 23, 14, 5, 6).getTime(),
    sizeBytes: 4_312,
    use: null,
    ...over,
  };
}
