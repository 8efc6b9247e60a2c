// Invariant: what is acted on is what the worker decided about, judged on a page that was read in the very task that acts.
import { isFormSafe } from './check-form';
import { readPage } from './read-page';
import { isInSight } from './see-element';
import type { TextField } from './walk-page';
import { formOf } from './walk-page';

type Signed = { readonly signature: string };

/** The one element of a signature; null where there is none. */
function pick<E extends HTMLElement>(elements: readonly E[], seen: readonly Signed[], signature: string): E | null {
  const found = elements.filter((_, index) => seen[index]?.signature === signature);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The fields of these signatures as the page is now, each null where it is not what it was. */
export function findFields(signatures: readonly string[]): readonly (TextField | null)[] {
  const { fields, snapshot } = readPage();
  return signatures.map(signature => pick(fields, snapshot.fields, signature));
}

function findControl(signature: string): HTMLElement | null {
  const { controls, snapshot } = readPage();
  return pick(controls, snapshot.controls, signature);
}

function bringIntoSight(element: HTMLElement): void {
  if (!isInSight(element)) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
}

/**
 * The fields, ready to be written to. Scrolling and focusing run the page's own code, so they come before the look that
 * decides: between that look and the write there is nothing that a page could use.
 */
export function prepareFields(signatures: readonly string[]): readonly TextField[] | 'field-refused' | 'form-unsafe' {
  const [first] = findFields(signatures);
  if (first == null) return 'field-refused';
  bringIntoSight(first);
  first.focus({ preventScroll: true });
  const fields = findFields(signatures).filter(field => field !== null && isInSight(field)) as TextField[];
  if (fields.length !== signatures.length) return 'field-refused';
  return fields.every(field => isFormSafe(formOf(field))) ? fields : 'form-unsafe';
}

/** The control, ready to be pressed; null where it is not what it was, or cannot be brought into sight. */
export function prepareControl(signature: string): HTMLElement | null {
  const before = findControl(signature);
  if (before === null) return null;
  bringIntoSight(before);
  const control = findControl(signature);
  return control !== null && isInSight(control) ? control : null;
}
