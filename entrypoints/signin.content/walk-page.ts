import type { PageRoot } from './unclobbered';
import { findAllIn, matches, outwardsFrom, shadowRootOf } from './unclobbered';

/** A page with more than this is looked at in part: no sign-in page comes near. */
const SCAN_CAP = 20_000;
/** What takes so long to look through that it is not done at every change. */
const LARGE = 2_000;

/** What a value can be written into. */
export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Whether it is an input of any type, or a text area. */
export function isTextField(element: unknown): element is TextField {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** A page as it is now, open shadow roots included, each where its host stands. */
export type PageTree = {
  readonly roots: readonly PageRoot[];
  readonly elements: readonly Element[];
  readonly forms: readonly HTMLFormElement[];
  readonly details: readonly HTMLDetailsElement[];
  /** Whether all of the page is in it: what was left out may be anything. */
  readonly isWhole: boolean;
  readonly isLarge: boolean;
};

/** Looks through the whole page in document order. */
export function walkPage(): PageTree {
  const roots: PageRoot[] = [];
  const elements: Element[] = [];
  const visit = (root: PageRoot) => {
    roots.push(root);
    for (const element of findAllIn(root, '*')) {
      if (elements.length >= SCAN_CAP) return;
      elements.push(element);
      const shadow = shadowRootOf(element);
      if (shadow !== null) visit(shadow);
    }
  };
  visit(document);
  return {
    roots,
    elements,
    forms: elements.filter(element => element instanceof HTMLFormElement),
    details: elements.filter(element => element instanceof HTMLDetailsElement),
    isWhole: elements.length < SCAN_CAP,
    isLarge: elements.length > LARGE,
  };
}

/**
 * The form that an element is sent with: its own, which a `form` attribute may name, else the nearest one around it, also
 * across a shadow root, where the browser knows none and the page's own script does the sending.
 */
export function formOf(element: Element): HTMLFormElement | null {
  const own = element instanceof HTMLButtonElement || isTextField(element) ? element.form : null;
  if (own !== null) return own;
  for (const each of outwardsFrom(element)) if (each instanceof HTMLFormElement) return each;
  return null;
}

/** Whether it cannot be reached by mouse and keyboard: disabled, or in a part of the page that is inert. */
export function isOutOfUse(element: Element): boolean {
  return matches(element, ':disabled') || Array.from(outwardsFrom(element)).some(each => matches(each, '[inert]'));
}
