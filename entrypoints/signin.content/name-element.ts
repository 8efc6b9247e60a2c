import { textOf, tidy } from './read-text';
import { attributeOf, findAllIn, idOf, matches, outwardsFrom, parentOf, previousOf, shadowRootOf } from './unclobbered';
import type { TextField } from './walk-page';
import { isTextField } from './walk-page';

/** How far out the text before a field may stand: the cell of a table beside its own is two away. */
const LEVELS_OUT = 3;
/** Longer than this it is a paragraph and no name. */
const NAME_CAP = 80;
const SPEAKS = 'input, select, textarea, button, [role=button], script, style, template';

/** The elements of the root where an element itself stands that a selector finds. */
function findBeside(element: Element, selector: string): readonly Element[] {
  const root = element.getRootNode();
  return findAllIn(root instanceof ShadowRoot ? root : document, selector);
}

/** What an element's `aria-labelledby` points to, in its own root. */
function labelledBy(element: Element): readonly string[] {
  const ids = (attributeOf(element, 'aria-labelledby') ?? '').split(/\s+/u).filter(Boolean);
  return ids.map(id => textOf(findBeside(element, `#${CSS.escape(id)}`)[0]));
}

function isBox(element: Element): boolean {
  return element instanceof HTMLInputElement && element.maxLength === 1;
}

/** What asks or acts in an element's shadow root. */
function findBehind(element: Element): readonly Element[] {
  const root = shadowRootOf(element);
  return root === null ? [] : findAllIn(root, SPEAKS);
}

/** The text of the nearest thing before a node that says anything; empty where another field comes first. */
function textBeside(node: Node): string | null {
  for (let before = previousOf(node); before !== null; before = previousOf(before)) {
    if (before instanceof Element) {
      const inside = [before, ...findAllIn(before, '*')];
      const behind = inside.flatMap(findBehind);
      const speakers = [...inside.filter(each => matches(each, SPEAKS)), ...behind];
      // The boxes of one code stand side by side, and what stands before the first of them names them all.
      if (speakers.length > 0 && speakers.every(isBox)) continue;
      if (speakers.length > 0) return '';
    }
    if (!(before instanceof Element || before instanceof Text)) continue;
    const text = textOf(before);
    if (text !== '') return text.length <= NAME_CAP ? text : '';
  }
  return null;
}

/** What stands right before a field, for those that nothing else names. */
function textBefore(field: Element): string {
  let each: Element | null = field;
  for (let level = 0; level < LEVELS_OUT && each !== null && !matches(each, 'form, body'); level++) {
    const text = textBeside(each);
    if (text !== null) return text;
    each = parentOf(each);
  }
  return '';
}

/** The labels of an element: the browser knows those of fields and buttons, and none of what holds a field in a shadow root. */
function labelsOf(element: HTMLElement): readonly Element[] {
  if (isTextField(element) || element instanceof HTMLButtonElement) return Array.from(element.labels ?? []);
  if (shadowRootOf(element) === null) return [];
  const id = idOf(element);
  const around = Array.from(outwardsFrom(element)).filter(each => each instanceof HTMLLabelElement);
  return [...around, ...(id === '' ? [] : findBeside(element, `label[for="${CSS.escape(id)}"]`))];
}

/** What an element is called: by its label, by what it says of itself, or by its title. */
export function labelOf(element: HTMLElement): string {
  const texts = [...labelledBy(element), attributeOf(element, 'aria-label'), ...labelsOf(element).map(textOf)];
  return tidy(texts.filter(Boolean).join(' ') || element.title);
}

/** What the element is called whose shadow root holds this field and no other, or the boxes of one code. */
function labelOfHost(element: Element): string {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot && root.host instanceof HTMLElement)) return '';
  const [first, ...others] = findAllIn(root, 'input:not([type=hidden]), textarea');
  if (others.length > 0 && ![first, ...others].every(each => each !== undefined && isBox(each))) return '';
  return labelOf(root.host) || labelOfHost(root.host);
}

/** What a field is called; where nothing says so, by the text before it. */
export function labelOfField(field: TextField): string {
  const label = labelOf(field) || labelOfHost(field);
  return label === '' && field.placeholder === '' ? textBefore(field) : label;
}
