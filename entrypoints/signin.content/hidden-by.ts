import { HIDDEN_BY_CAP, TEXT_CAP } from '../../lib/signin/snapshot-limits';
import { isFolded } from './see-element';
import { attributeOf, idOf, isRendered, outwardsFrom, parentOf } from './unclobbered';
import type { PageTree } from './walk-page';

/** What a `details` is called in a snapshot: its id, or its number on the page where it has none. */
export function nameDetails(details: HTMLDetailsElement, { details: all }: PageTree): string {
  return (idOf(details) || `details:${all.indexOf(details)}`).slice(0, TEXT_CAP);
}

/** The `details` that an element opens and closes, or null where it is not its summary. */
export function summarised(element: Element): HTMLDetailsElement | null {
  const details = parentOf(element);
  if (element.localName !== 'summary' || !(details instanceof HTMLDetailsElement)) return null;
  const [first] = Array.from(details.children).filter(({ localName }) => localName === 'summary');
  return first === element ? details : null;
}

function hides(ancestor: Element): boolean {
  const isShown = isRendered(ancestor, { opacityProperty: true, visibilityProperty: true });
  return !isShown || attributeOf(ancestor, 'aria-hidden') === 'true' || isFolded(ancestor);
}

/** The names of the ancestors that keep an element hidden, from the inside out. */
export function namesOfHiding(element: Element, page: PageTree): string[] {
  const names: string[] = [];
  let inner = element;
  for (const ancestor of outwardsFrom(element)) {
    if (ancestor instanceof HTMLDetailsElement && !ancestor.open && summarised(inner) === null) {
      names.push(nameDetails(ancestor, page));
    } else if (ancestor !== element && idOf(ancestor) !== '' && hides(ancestor)) {
      names.push(idOf(ancestor).slice(0, TEXT_CAP));
    }
    inner = ancestor;
  }
  return names.slice(0, HIDDEN_BY_CAP);
}
