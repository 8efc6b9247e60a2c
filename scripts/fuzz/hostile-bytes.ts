import fc from 'fast-check';
import type { Bytes } from '../../lib/shared/bytes';
import { concatBytes } from '../../lib/shared/bytes';

/** Bytes from anywhere, and examples that are right but for a byte, an end, a piece that is missing or one that is too many. */
export function hostileBytes(...examples: readonly Bytes[]): fc.Arbitrary<Bytes> {
  const example = fc.constantFrom(...examples);
  const place = fc.nat(2_000);
  const some = fc.uint8Array({ maxLength: 40 });
  return fc.oneof(
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
    {
      weight: 3,
      arbitrary: fc.tuple(example, place, fc.nat(255)).map(([bytes, at, value]) => {
        const changed = bytes.slice();
        if (bytes.length > 0) changed[at % bytes.length] = value;
        return changed;
      }),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(example, place, fc.nat(80), some).map(([bytes, at, removed, put]) => {
        const from = at % (bytes.length + 1);
        return concatBytes(bytes.subarray(0, from), put, bytes.subarray(from + removed));
      }),
    },
  );
}
