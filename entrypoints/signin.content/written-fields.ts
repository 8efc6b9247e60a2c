// Which fields of this document were written to, on the page or off it: what takes them off may put them back. No value is
// kept: what counts is what stands in them at any moment.
import type { TextField } from './walk-page';

const written = new Set<WeakRef<TextField>>();

/** Those fields that still exist, in the order in which they were first written to. */
export function findWritten(): readonly TextField[] {
  return Array.from(written, reference => reference.deref()).filter(field => field !== undefined);
}

/** Notes that fields are written to, for as long as they exist. */
export function noteWritten(fields: readonly TextField[]): void {
  const known = findWritten();
  for (const field of fields) if (!known.includes(field)) written.add(new WeakRef(field));
}
