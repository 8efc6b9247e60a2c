// Which fields of this document were written to. No value is kept: what counts is what stands in them at any moment.
import type { TextField } from './walk-page';
import { isTextField, walkPage } from './walk-page';

const written = new WeakSet<TextField>();

/** Notes that fields are written to, for as long as they exist. */
export function noteWritten(fields: readonly TextField[]): void {
  for (const field of fields) written.add(field);
}

/** Those of them that are on the page now. */
export function findWritten(): readonly TextField[] {
  return walkPage().elements.filter((each): each is TextField => isTextField(each) && written.has(each));
}
