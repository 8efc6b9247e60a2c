// What every browser has on these prototypes, and the document of tests lacks: an element's slot and the outermost element;
// or has and does not know of a document, its base. A test imports this file first, since unclobbered.ts looks for them as
// it is loaded.
const GETTERS: readonly (readonly [prototype: object, name: string, get: () => unknown])[] = [
  [Element.prototype, 'assignedSlot', () => null],
  [Document.prototype, 'documentElement', () => null],
  [Node.prototype, 'baseURI', () => location.href],
];

for (const [prototype, name, get] of GETTERS) Object.defineProperty(prototype, name, { get, configurable: true });
