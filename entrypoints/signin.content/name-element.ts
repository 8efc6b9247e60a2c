import { TEXT_CAP } from '../../lib/signin/snapshot-limits';
import { attributeOf, findAllIn, matches, parentOf } from './unclobbered';
import type { TextField } from './walk-page';
import { isTextField } from './walk-page';

/** How far out the text before a field may stand: the cell of a table beside its own is two away. */
const LEVELS_OUT = 3;
/** Longer than this it is a paragraph and no name. */
const NAME_CAP = 80;
const SPEAKS = 'input, select, textarea, button, [role=button], script, style, template';

/** One line without superfluous space, and not endless. */
export function tidy(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/gu, ' ').trim().slice(0, TEXT_CAP);
}

/** What an element's `aria-labelledby` points to, in the root where the element itself stands. */
function labelledBy(element: Element): readonly (string | null)[] {
  const root = element.getRootNode();
  const scope = root instanceof ShadowRoot ? root : document;
  const ids = (attributeOf(element, 'aria-labelledby') ?? '').split(/\s+/u).filter(Boolean);
  return ids.map(id => findAllIn(scope, `#${CSS.escape(id)}`)[0]?.textContent ?? null);
}

function isBox(element: Element): boolean {
  return element instanceof HTMLInputElement && element.maxLength === 1;
}

/** The text of the nearest thing before a node that says anything; empty where another field comes first. */
function textBeside(node: Node): string | null {
  for (let before = node.previousSibling; before !== null; before = before.previousSibling) {
    if (before instanceof Element) {
      const speakers = [before, ...findAllIn(before, SPEAKS)].filter(each => matches(each, SPEAKS));
      // The boxes of one code stand side by side, and what stands before the first of them names them all.
      if (speakers.length > 0 && speakers.every(isBox)) continue;
      if (speakers.length > 0) return '';
    }
    if (!(before instanceof Element || before instanceof Text)) continue;
    const text = tidy(before.textContent);
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

/** What an element is called: by its label, by what it says of itself, or by its title. */
export function labelOf(element: HTMLElement): string {
  const labels = isTextField(element) || element instanceof HTMLButtonElement ? element.labels : null;
  const own = attributeOf(element, 'aria-label');
  const texts = [...labelledBy(element), own, ...Array.from(labels ?? [], label => label.textContent)];
  return tidy(texts.filter(Boolean).join(' ') || element.title);
}

/** What a field is called; where nothing says so, by the text before it. */
export function labelOfField(field: TextField): string {
  const label = labelOf(field);
  return label === '' && field.placeholder === '' ? textBefore(field) : label;
}
