import { isFormSafe, leavesAsGet } from './check-form';
import { attributeOf, hearing, writeAttribute } from './unclobbered';
import { formOf } from './walk-page';

type Pressed = 'pressed' | 'form-unsafe' | 'page-not-ready';

/** Sets attributes (null removes one) and gives a function that puts back what was there. */
function setAttributes(element: Element, attributes: Readonly<Record<string, string | null>>): () => void {
  const before = Object.keys(attributes).map(name => [name, attributeOf(element, name)] as const);
  const apply = ([name, value]: readonly [string, string | null]) => writeAttribute(element, name, value);
  Object.entries(attributes).forEach(apply);
  return () => before.forEach(apply);
}

/**
 * Presses a control as a person would. A form without a method sends itself as a GET with every field in the URL unless
 * the page takes the submit over; a page whose script is late does not (it happened on this site). So for the length of
 * the press such a form is one of method "dialog", which the browser sends nowhere, while the page's own handler notices
 * no difference.
 */
export function pressControl(control: HTMLElement): Pressed {
  const form = formOf(control);
  if (!isFormSafe(form)) return 'form-unsafe';
  if (form === null || !leavesAsGet(form, control)) {
    control.click();
    return 'pressed';
  }
  let result: Pressed = 'pressed';
  const onSubmit = (event: Event) => {
    if (event.target === form && !event.defaultPrevented) result = 'page-not-ready';
  };
  const restoreForm = setAttributes(form, { method: 'dialog', target: null });
  const restoreControl = setAttributes(control, { formmethod: null });
  // A submit inside a shadow root is not heard outside of it; at its root the page's own handlers come first.
  const root = hearing(Node.prototype.getRootNode.call(form));
  root.addEventListener('submit', onSubmit);
  control.click();
  root.removeEventListener('submit', onSubmit);
  restoreControl();
  restoreForm();
  return result;
}
