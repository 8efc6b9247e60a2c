// A form answers for its fields by name: on a page with `<input name="id">` a form's `id` is that input, also for scripts
// of an extension; and a document answers likewise for its named forms and images. So whatever is read off a document, a
// form or an ancestor goes through the prototypes, which no page can reach here.

/** What elements are looked for in. */
export type PageRoot = Document | ShadowRoot;

function getterOf(prototype: object, name: string): () => unknown {
  const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (getter === undefined) throw new TypeError(`no getter for ${name}`);
  return getter;
}

const idGetter = getterOf(Element.prototype, 'id');
const parentGetter = getterOf(Node.prototype, 'parentNode');
const previousGetter = getterOf(Node.prototype, 'previousSibling');
const childrenGetter = getterOf(Node.prototype, 'childNodes');
const slotGetter = getterOf(Element.prototype, 'assignedSlot');
const shadowGetter = getterOf(Element.prototype, 'shadowRoot');
const baseGetter = getterOf(Node.prototype, 'baseURI');
const rootGetter = getterOf(Document.prototype, 'documentElement');

/** The element's own id. */
export function idOf(element: Element): string {
  return String(idGetter.call(element));
}

/** Its open shadow root, or null. Closed ones are left alone. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const root = shadowGetter.call(element);
  return root instanceof ShadowRoot ? root : null;
}

/** What stands in a node, text too. */
export function childrenOf(node: Node): Iterable<Node> {
  return childrenGetter.call(node) as NodeListOf<ChildNode>;
}

/** Where a submit of a root is heard. A document may answer for an image named like the method; a window does not. */
export function hearing(root: Node): EventTarget {
  return root instanceof ShadowRoot ? root : window;
}

/** The element around it as it is painted, across slots and open shadow roots, or null. */
export function parentOf(element: Element): Element | null {
  const slot = slotGetter.call(element);
  if (slot instanceof Element) return slot;
  const parent = parentGetter.call(element);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** The element and what is around it, from the inside out. */
export function* outwardsFrom(element: Element): Generator<Element> {
  for (let each: Element | null = element; each !== null; each = parentOf(each)) yield each;
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

/** Where it is in the viewport. */
export function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** Whether a selector fits it. */
export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/** The elements below it that match, in document order and without those in shadow roots. */
export function findAllIn(root: PageRoot | Element, selector: string): readonly Element[] {
  if (root instanceof Document) return Array.from(Document.prototype.querySelectorAll.call(root, selector));
  if (root instanceof ShadowRoot) return Array.from(DocumentFragment.prototype.querySelectorAll.call(root, selector));
  return Array.from(Element.prototype.querySelectorAll.call(root, selector));
}

/** What the page's relative addresses start from. */
export function baseAddress(): string {
  return String(baseGetter.call(document));
}

/** The outermost element. */
export function outermost(): Element | null {
  const element = rootGetter.call(document);
  return element instanceof Element ? element : null;
}

/** The topmost element at a point of the viewport, in whichever open shadow root it stands. */
export function topmostAt(x: number, y: number): Element | null {
  let found = Document.prototype.elementFromPoint.call(document, x, y);
  for (;;) {
    // The one method in the singular names the host where the text of a slot lies on top.
    const inner = found === null ? null : (shadowRootOf(found)?.elementsFromPoint(x, y)[0] ?? null);
    if (inner === null || inner === found) return found;
    found = inner;
  }
}

/** The node before this one among its siblings, or null. A form may have a field of that name. */
export function previousOf(node: Node): Node | null {
  const previous = previousGetter.call(node);
  return previous instanceof Node ? previous : null;
}
