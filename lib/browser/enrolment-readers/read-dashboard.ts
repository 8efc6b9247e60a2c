// Runs inside a page of the site, in the world of extensions: the text of this function is all that gets there. Invariants:
// it says yes or no and gives no text; it keeps nothing, writes nothing, adds no node. Everything it returns is untrusted.
import * as v from 'valibot';
import { seenDocumentSchema } from './seen-document';

/** What to look for: expressions that ignore case, and a selector. */
export type DashboardQuestion = {
  readonly signOutPath: string;
  readonly signOutWords: string;
  readonly signInFields: string;
};

export const dashboardReadingSchema = v.strictObject({
  document: seenDocumentSchema,
  offersSignOut: v.boolean(),
  asksToSignIn: v.boolean(),
});

/** Whether the page lets somebody sign out, be it in a menu that is closed, and whether it shows a field to sign in with. */
export function readDashboard({
  signOutPath,
  signOutWords,
  signInFields,
}: DashboardQuestion): v.InferOutput<typeof dashboardReadingSchema> {
  const find = (selector: string) => Array.from<Element>(Document.prototype.querySelectorAll.call(document, selector));
  const visible = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  const [path, words] = [new RegExp(signOutPath, 'i'), new RegExp(signOutWords, 'i')];
  const leadsOut = (element: Element) => {
    const target = element.getAttribute('href') ?? element.getAttribute('action') ?? '';
    return URL.canParse(target, location.href) && path.test(new URL(target, location.href).pathname);
  };
  const offersSignOut =
    find('a[href], form[action]').some(leadsOut) ||
    find('a, button, [role="menuitem"]').some(element => words.test((element.textContent ?? '').trim()));
  const asksToSignIn = find(signInFields).some(element => Element.prototype.checkVisibility.call(element, visible));
  return {
    document: { url: location.href, isTop: window.top === window, bornAtMs: performance.timeOrigin },
    offersSignOut,
    asksToSignIn,
  };
}
