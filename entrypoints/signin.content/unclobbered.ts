// A form answers for its fields by name: on a page with `<input name="id">` a form's `id` is that input, also for scripts
// of an extension. So whatever is read off a form or an ancestor goes through the prototypes, which no page can reach here.

function getterOf(prototype: object, name: string): () => unknown {
  const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (getter === undefined) throw new TypeError(`no getter for ${name}`);
  return getter;
}

const idGetter = getterOf(Element.prototype, 'id');
const parentGetter = getterOf(Node.prototype, 'parentElement');

/** The element's own id. */
export function idOf(element: Element): string {
  return String(idGetter.call(element));
}

/** The element around it, or null. */
export function parentOf(element: Element): Element | null {
  const parent = parentGetter.call(element);
  return parent instanceof Element ? parent : null;
}

/** An attribute as the page wrote it, or null. */
export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** Writes an attribute; null takes it away. */
export function writeAttribute(element: Element, name: string, value: string | null): void {
  if (value === null) Element.prototype.removeAttribute.call(element, name);
  else Element.prototype.setAttribute.call(element, name, value);
}

/** Whether it is rendered, by the browser's own judgement. */
export function isRendered(element: Element, options?: CheckVisibilityOptions): boolean {
  return Element.prototype.checkVisibility.call(element, options);
}

/** The elements below it that match. */
export function findAllIn(element: Element, selector: string): readonly Element[] {
  return Array.from(Element.prototype.querySelectorAll.call(element, selector));
}
