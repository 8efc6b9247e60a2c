import type { Snapshot, SnapshotControl, SnapshotField } from '../../lib/signin/snapshot';
import { ELEMENT_CAP, HIDDEN_BY_CAP, SIGNATURE_CAP, TEXT_CAP } from '../../lib/signin/snapshot-limits';
import { idOf, isRendered, parentOf } from './unclobbered';

/** Below this nobody sees what is typed, whatever the browser calls visible. */
const LEAST_OPACITY = 0.1;
const FIELDS =
  'input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image], [type=checkbox], [type=radio], [type=file])';
const CONTROLS = 'button, input[type=submit], input[type=button], [role=button]';

/** What was seen, and the elements behind it, by index. */
export type ReadPage = {
  readonly snapshot: Snapshot;
  readonly fields: readonly HTMLInputElement[];
  readonly controls: readonly HTMLElement[];
};

function tidy(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/gu, ' ').trim().slice(0, TEXT_CAP);
}

function labelOf(element: HTMLElement): string {
  const byId = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/u)
    .map(id => document.getElementById(id)?.textContent);
  const labels = element instanceof HTMLInputElement || element instanceof HTMLButtonElement ? element.labels : null;
  const texts = [...byId, element.getAttribute('aria-label'), ...Array.from(labels ?? [], label => label.textContent)];
  return tidy(texts.filter(Boolean).join(' ') || element.title);
}

/** How much of it shines through, its ancestors taken together. */
function opacityOf(element: Element): number {
  let opacity = 1;
  for (let each: Element | null = element; each !== null; each = parentOf(each)) {
    opacity *= Number(getComputedStyle(each).opacity);
  }
  return opacity;
}

/** Whether a person could see and use it: rendered, of a size, and not moved off the page. */
function isVisible(element: HTMLElement): boolean {
  const isShown = isRendered(element, { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
  if (!isShown || opacityOf(element) < LEAST_OPACITY) return false;
  const { width, height, left, right, top, bottom } = element.getBoundingClientRect();
  const { scrollWidth, scrollHeight } = document.documentElement;
  const isOnPage =
    right + scrollX > 0 && bottom + scrollY > 0 && left + scrollX < scrollWidth && top + scrollY < scrollHeight;
  return width >= 2 && height >= 2 && isOnPage;
}

function hidingAncestorIds(element: HTMLElement): string[] {
  const ids: string[] = [];
  for (let ancestor = parentOf(element); ancestor !== null; ancestor = parentOf(ancestor)) {
    if (idOf(ancestor) !== '' && !isRendered(ancestor)) ids.push(idOf(ancestor).slice(0, TEXT_CAP));
  }
  return ids.slice(0, HIDDEN_BY_CAP);
}

function formNumber(form: HTMLFormElement | null, forms: readonly HTMLFormElement[]): number {
  return form === null ? -1 : forms.indexOf(form);
}

/** One line that changes when an element becomes another one: checked again in the task that acts on it. */
function sign(parts: readonly (string | number | boolean)[]): string {
  return parts.join('|').slice(0, SIGNATURE_CAP);
}

function readField(field: HTMLInputElement, forms: readonly HTMLFormElement[]): SnapshotField {
  const read = {
    id: field.id.slice(0, TEXT_CAP),
    name: field.name.slice(0, TEXT_CAP),
    label: labelOf(field),
    visible: isVisible(field),
    enabled: !field.matches(':disabled') && !field.readOnly,
    form: formNumber(field.form, forms),
    type: field.type,
    autocomplete: tidy(field.getAttribute('autocomplete')),
    inputMode: tidy(field.inputMode),
    placeholder: tidy(field.placeholder),
    pattern: tidy(field.pattern),
    maxLength: field.maxLength,
    hiddenBy: hidingAncestorIds(field),
  };
  const { id, name, label, visible, enabled, form, type, autocomplete } = read;
  return { ...read, signature: sign(['field', id, name, label, visible, enabled, form, type, autocomplete]) };
}

function readControl(control: HTMLElement, forms: readonly HTMLFormElement[]): SnapshotControl {
  const button = control instanceof HTMLButtonElement || control instanceof HTMLInputElement ? control : null;
  const read = {
    id: control.id.slice(0, TEXT_CAP),
    name: tidy(button?.name),
    label: labelOf(control),
    text: tidy(control instanceof HTMLInputElement ? control.value : control.textContent),
    visible: isVisible(control),
    enabled: !control.matches(':disabled') && control.getAttribute('aria-disabled') !== 'true',
    form: formNumber(button?.form ?? null, forms),
    submits: button?.type === 'submit' && button.form !== null,
    controls: tidy(control.getAttribute('aria-controls')),
  };
  const { id, name, text, visible, enabled, form, submits } = read;
  return { ...read, signature: sign(['control', id, name, text, visible, enabled, form, submits]) };
}

/** Looks at the page as it is now. The value of no text field is read: of inputs only those that are buttons have text. */
export function readPage(): ReadPage {
  const forms = Array.from(document.forms).slice(0, ELEMENT_CAP);
  const fields = Array.from(document.querySelectorAll<HTMLInputElement>(FIELDS)).slice(0, ELEMENT_CAP);
  const controls = Array.from(document.querySelectorAll<HTMLElement>(CONTROLS)).slice(0, ELEMENT_CAP);
  const snapshot = {
    fields: fields.map(field => readField(field, forms)),
    controls: controls.map(control => readControl(control, forms)),
  };
  return { snapshot, fields, controls };
}
