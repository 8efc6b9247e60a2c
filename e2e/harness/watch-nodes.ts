// Which nodes a page holds that its own scripts did not add. A script of an extension changes the same document but not by
// the page's own functions, so whatever comes in by another way than those is somebody else's.
import type { Page } from 'playwright';

const STORED_AS = 'nodes by nobody of the page';

/** Counts from the next document on, in every document of the tab, from the moment it is parsed. */
export async function watchNodes(page: Page): Promise<void> {
  await page.addInitScript(...NODE_WATCH);
}

/** The names of the nodes that somebody else than the page added, in all its documents so far. */
export function readAddedNodes(page: Page): Promise<readonly string[]> {
  return page.evaluate(...NODE_READING);
}

/** What runs in a page before its own scripts, and what it is given. */
export const NODE_WATCH = [watchHere, STORED_AS] as const;

/** What runs in a page to say what was added. */
export const NODE_READING = [readHere, STORED_AS] as const;

function readHere(storedAs: string): readonly string[] {
  return JSON.parse(sessionStorage.getItem(storedAs) ?? '[]');
}

function watchHere(storedAs: string): void {
  const roots: Node[] = [document];
  const watch = new MutationObserver(report);
  let isParsed = false;

  function report(records: readonly MutationRecord[]) {
    const names = records.flatMap(record => Array.from(record.addedNodes, node => node.nodeName));
    if (names.length === 0) return;
    const before: string[] = JSON.parse(sessionStorage.getItem(storedAs) ?? '[]');
    sessionStorage.setItem(storedAs, JSON.stringify([...before, ...names]));
  }
  function observe(root: Node) {
    watch.observe(root, { subtree: true, childList: true });
  }
  /** Runs one of the page's own changes, and takes what came of it for the page's. */
  function own<T>(change: () => T): T {
    report(watch.takeRecords());
    try {
      return change();
    } finally {
      watch.takeRecords();
    }
  }
  function wrap(prototype: object, names: readonly string[]) {
    for (const name of names) {
      const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
      if (descriptor === undefined) continue;
      const { value, set } = descriptor;
      if (typeof value === 'function') {
        descriptor.value = function (this: unknown, ...given: unknown[]) {
          return own(() => Reflect.apply(value, this, given));
        };
      } else if (set !== undefined) {
        descriptor.set = function (this: unknown, given: unknown) {
          own(() => set.call(this, given));
        };
      }
      Object.defineProperty(prototype, name, descriptor);
    }
  }

  wrap(Node.prototype, ['appendChild', 'insertBefore', 'replaceChild', 'textContent']);
  wrap(Element.prototype, ['append', 'prepend', 'before', 'after', 'replaceWith', 'replaceChildren', 'innerHTML']);
  wrap(Element.prototype, ['outerHTML', 'insertAdjacentElement', 'insertAdjacentHTML', 'insertAdjacentText']);
  wrap(HTMLElement.prototype, ['innerText']);
  wrap(CharacterData.prototype, ['before', 'after', 'replaceWith']);
  wrap(DocumentFragment.prototype, ['append', 'prepend', 'replaceChildren']);
  wrap(ShadowRoot.prototype, ['innerHTML']);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots.push(root);
    if (isParsed) observe(root);
    return root;
  };
  addEventListener('load', () => {
    isParsed = true;
    for (const root of roots) observe(root);
  });
}
