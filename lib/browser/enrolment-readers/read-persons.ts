// Runs inside a page of the site, in the world of extensions: the text of this function is all that gets there. Invariants:
// value in, value out; it keeps nothing, writes nothing, adds no node. Everything it returns is untrusted.
import * as v from 'valibot';
import type { SeenDocument } from './seen-document';
import { seenDocumentSchema } from './seen-document';

/** How the person who is signed in is told from others that a page names. Expressions ignore case. */
export type PersonQuestion = {
  readonly signOutPath: string;
  readonly signOutWords: string;
  /** What stands right before the address of whoever is signed in. */
  readonly signedInWords: string;
};

/** How many addresses are looked at: a page of keys names one or two. */
export const MOST_PERSONS = 64;

export const personsReadingSchema = v.strictObject({
  document: seenDocumentSchema,
  persons: v.pipe(
    v.array(v.strictObject({ email: v.pipe(v.string(), v.maxLength(254)), isSignedIn: v.boolean() })),
    v.maxLength(MOST_PERSONS),
  ),
});

/**
 * The email addresses that a page names, and which of them it shows as the person's who is signed in: beside the way to sign
 * out, be it in a menu that is closed, or by its words.
 */
export function readPersons(
  { signOutPath, signOutWords, signedInWords }: PersonQuestion,
  mostPersons: number,
): { readonly document: SeenDocument; readonly persons: readonly { email: string; isSignedIn: boolean }[] } {
  const visible = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  const address = /[^\s@<>()[\]:;,"'\\]+@[^\s@.<>();:,"'“”‘’]+(?:\.[^\s@.<>();:,"'“”‘’]+)+/gu;
  const [path, words, before] = [signOutPath, signOutWords, signedInWords].map(text => new RegExp(text, 'i'));
  const leadsOut = (element: Element): boolean => {
    const target = element.getAttribute('href') ?? element.getAttribute('action') ?? '';
    if (URL.canParse(target, location.href) && path?.test(new URL(target, location.href).pathname)) return true;
    return !element.matches('form') && words?.test((element.textContent ?? '').trim()) === true;
  };
  const closest = (element: Element, selector: string): Element | null =>
    Element.prototype.closest.call(element, selector);
  const isBesideSignOut = (element: Element): boolean => {
    const around = closest(element, 'header, nav, aside, menu, [role=banner], [role=navigation], [role=menu]');
    if (around === null) return false;
    const ways: Element[] = Array.from(
      Element.prototype.querySelectorAll.call(around, 'a[href], form[action], button, [role=menuitem]'),
    );
    return ways.some(leadsOut);
  };
  const isSaidSignedIn = (element: Element, email: string): boolean =>
    [element, element.parentElement].some(around => {
      const text = around?.textContent ?? '';
      const at = text.indexOf(email);
      return at > 0 && at < 200 && before?.test(text.slice(0, at)) === true;
    });
  const persons: { email: string; isSignedIn: boolean }[] = [];
  const root = Document.prototype.querySelector.call(document, 'body');
  const texts = root && Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT);
  while (texts?.nextNode() && persons.length < mostPersons) {
    const element = texts.currentNode.parentElement;
    const text = texts.currentNode.nodeValue ?? '';
    if (element === null || !text.includes('@') || closest(element, 'script, style, template, noscript')) continue;
    for (const [email] of text.slice(0, 2_000).matchAll(address)) {
      const isSignedIn = isBesideSignOut(element) || isSaidSignedIn(element, email);
      const isShown = isSignedIn || Element.prototype.checkVisibility.call(element, visible);
      if (isShown && email.length <= 254 && persons.length < mostPersons) persons.push({ email, isSignedIn });
    }
  }
  return { document: { url: location.href, isTop: window.top === window, bornAtMs: performance.timeOrigin }, persons };
}
