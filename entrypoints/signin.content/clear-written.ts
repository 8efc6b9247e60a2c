// Takes what was written back out of the page: when the vault is locked, the sign-in is cancelled, or the page is left.
// Invariants: no value is kept for that; what a person has typed in a field since makes it theirs, and it is left alone;
// what is being sent is not taken away from the page while it may still be reading it.
import type { TextField } from './walk-page';
import { isTextField } from './walk-page';
import { writeWhole } from './write-field';
import { findWritten, noteWritten } from './written-fields';

/** How long after a press, or a form that was sent, a page may still read its fields. */
const READS_WITHIN_MS = 2_000;

const typedIn = new WeakSet<TextField>();
let sentAt = Number.NEGATIVE_INFINITY;
let waiting: ReturnType<typeof setTimeout> | undefined;

function onInput(event: Event): void {
  const [field] = event.composedPath();
  // What a script says of a field is not typing.
  if (event.isTrusted && isTextField(field)) typedIn.add(field);
}

function onLeave({ isTrusted }: Event): void {
  // A form that is on its way has been read by then.
  if (isTrusted) clearAtOnce();
}

function clearAtOnce(): void {
  for (const field of findWritten()) if (field.value !== '' && !typedIn.has(field)) writeWhole(field, '');
}

/** Notes that fields are about to be written to, or were found written to: until somebody types in them, they are ours. */
export function takeFields(fields: readonly TextField[]): void {
  clearTimeout(waiting);
  for (const field of fields) typedIn.delete(field);
  noteWritten(fields);
  addEventListener('input', onInput, true);
  addEventListener('pagehide', onLeave);
}

/** Notes that the page may be sending what stands in its fields. */
export function noteSending(): void {
  sentAt = performance.now();
}

/** Empties what was written to, at once, or as soon as a page that is sending it has read it. */
export function clearWritten(): void {
  const leftMs = sentAt + READS_WITHIN_MS - performance.now();
  if (leftMs > 0) waiting = setTimeout(clearAtOnce, leftMs);
  else clearAtOnce();
}
