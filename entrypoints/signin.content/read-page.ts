import { SHA1_CONTINUE } from '../../lib/signin/site';
import type { Snapshot, SnapshotControl, SnapshotField } from '../../lib/signin/snapshot';
import { ELEMENT_CAP, SIGNATURE_CAP, TEXT_CAP } from '../../lib/signin/snapshot-limits';
import { nameDetails, namesOfHiding, summarised } from './hidden-by';
import { labelOf, labelOfField } from './name-element';
import { textOf, tidy } from './read-text';
import { seeElement } from './see-element';
import type { PageRoot } from './unclobbered';
import { attributeOf, findAllIn, matches, shadowRootOf } from './unclobbered';
import type { PageTree, TextField } from './walk-page';
import { formOf, isOutOfUse, isTextField, walkPage } from './walk-page';

const NO_FIELD =
  '[type=hidden], [type=submit], [type=button], [type=reset], [type=image], [type=checkbox], [type=radio], [type=file]';
const CONTROLS = `button, input[type=submit], input[type=button], [role=button], summary, a#${SHA1_CONTINUE.id}`;

/** What was seen, the elements behind it by index, and the roots in which changes will show. */
export type ReadPage = {
  readonly snapshot: Snapshot;
  readonly fields: readonly TextField[];
  readonly controls: readonly HTMLElement[];
  readonly roots: readonly PageRoot[];
  readonly isLarge: boolean;
};

function formNumber(element: Element, { forms }: PageTree): number {
  const form = formOf(element);
  const number = form === null ? -1 : forms.indexOf(form);
  return number < ELEMENT_CAP ? number : -1;
}

/** One line that changes when an element becomes another one: checked again in the task that acts on it. */
function sign(parts: readonly (string | number | boolean)[]): string {
  return parts.join('|').slice(0, SIGNATURE_CAP);
}

/** Elements that look the same are told apart by their number and by how many there are: another twin is seen as well. */
function numberTwins<T extends { readonly signature: string }>(seen: readonly T[]): T[] {
  return seen.map(each => {
    const twins = seen.filter(({ signature }) => signature === each.signature);
    if (twins.length === 1) return each;
    const number = `|${twins.indexOf(each) + 1}/${twins.length}`;
    return { ...each, signature: each.signature.slice(0, SIGNATURE_CAP - number.length) + number };
  });
}

function readField(field: TextField, page: PageTree): SnapshotField {
  const seen = seeElement(field);
  const read = {
    id: field.id.slice(0, TEXT_CAP),
    name: field.name.slice(0, TEXT_CAP),
    label: labelOfField(field),
    visible: seen === 'visible',
    enabled: !isOutOfUse(field) && !field.readOnly,
    form: formNumber(field, page),
    type: field.type,
    autocomplete: tidy(attributeOf(field, 'autocomplete')),
    inputMode: tidy(field.inputMode),
    placeholder: tidy(field.placeholder),
    pattern: tidy(attributeOf(field, 'pattern')),
    maxLength: field.maxLength,
    covered: seen === 'covered',
    hiddenBy: namesOfHiding(field, page),
  };
  const { id, name, label, visible, enabled, form, type, autocomplete } = read;
  return { ...read, signature: sign(['field', id, name, label, visible, enabled, form, type, autocomplete]) };
}

function readControl(control: HTMLElement, page: PageTree): SnapshotControl {
  const button = control instanceof HTMLButtonElement || control instanceof HTMLInputElement ? control : null;
  const details = summarised(control);
  const read = {
    id: control.id.slice(0, TEXT_CAP),
    name: tidy(button?.name),
    label: labelOf(control),
    text: control instanceof HTMLInputElement ? tidy(control.value) : textOf(control),
    visible: seeElement(control) === 'visible',
    enabled: !isOutOfUse(control) && attributeOf(control, 'aria-disabled') !== 'true',
    form: formNumber(control, page),
    submits: button?.type === 'submit' && button.form !== null,
    controls: details === null ? tidy(attributeOf(control, 'aria-controls')) : nameDetails(details, page),
  };
  const { id, name, text, visible, enabled, form, submits } = read;
  return { ...read, signature: sign(['control', id, name, text, visible, enabled, form, submits]) };
}

/** Whether what is pressed is in its shadow root: it passes the press on, and would be a twin. */
function isAroundControl(element: Element): boolean {
  const root = shadowRootOf(element);
  return root !== null && findAllIn(root, CONTROLS).length > 0;
}

/** Looks at the page as it is now. The value of no text field is read: of inputs only those that are buttons have text. */
export function readPage(): ReadPage {
  const page = walkPage();
  const isField = (element: Element) => isTextField(element) && !matches(element, NO_FIELD);
  const isControl = (element: Element) =>
    element instanceof HTMLElement &&
    // A form that plays a button answers with its fields where it is asked for its id or its click.
    !(element instanceof HTMLFormElement) &&
    matches(element, CONTROLS) &&
    !isAroundControl(element);
  const fields = page.elements.filter((element): element is TextField => isField(element)).slice(0, ELEMENT_CAP);
  const controls = page.elements.filter((element): element is HTMLElement => isControl(element)).slice(0, ELEMENT_CAP);
  const snapshot = {
    fields: numberTwins(fields.map(field => readField(field, page))),
    controls: numberTwins(controls.map(control => readControl(control, page))),
  };
  return { snapshot, fields, controls, roots: page.roots, isLarge: page.isLarge };
}
