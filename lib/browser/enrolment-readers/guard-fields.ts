// Runs inside a page of the site, in the world of extensions: the text of this function is all that gets there. Invariants:
// no value is kept, only which fields are guarded: what counts is what stands in them at any moment; nothing is stopped
// but what would carry that into an address, where logs and histories keep it (docs/decisions/006); it adds no node.
import * as v from 'valibot';
import type { SeenDocument } from './seen-document';
import { seenDocumentSchema } from './seen-document';

export const guardingSchema = v.strictObject({ document: seenDocumentSchema });

/**
 * Guards the fields of these selectors for as long as the document lives, before they are written to: what stands in them
 * leaves in no address, and what nobody has typed in since is emptied as the page is left. Documents other than the one
 * that began at `bornAtMs` are left alone.
 */
export function guardFields(bornAtMs: number, selectors: readonly string[]): { readonly document: SeenDocument } {
  const seen = { url: location.href, isTop: window.top === window, bornAtMs: performance.timeOrigin };
  if (!seen.isTop || seen.bornAtMs !== bornAtMs) return { document: seen };
  const typedIn = new WeakSet<EventTarget>();
  // Shorter than any email or code: addresses are full of what a person may have typed instead.
  const shortest = 6;
  const guarded = (): HTMLInputElement[] =>
    Array.from<Element>(Document.prototype.querySelectorAll.call(document, selectors.join())).filter(
      (field): field is HTMLInputElement => field instanceof HTMLInputElement,
    );
  const decode = (part: string): string => {
    try {
      return decodeURIComponent(part.replaceAll('+', ' '));
    } catch {
      return part;
    }
  };
  const carries = (address: string): boolean => {
    const parts = [address, ...address.split(/[/?&=#]/u).map(decode)];
    const values = guarded().map(({ value }) => value);
    return values.some(value => value.length >= shortest && parts.some(part => part.includes(value)));
  };
  const leavesAsGet = (form: Element, sender: Element | null): boolean => {
    const of = (element: Element | null, name: string) => element && Element.prototype.getAttribute.call(element, name);
    const method = of(sender, 'formmethod') ?? of(form, 'method') ?? 'get';
    return !['post', 'dialog'].includes(method.toLowerCase());
  };
  const stopGetForm = (event: Event): void => {
    const { target: form, submitter, defaultPrevented, isTrusted } = event as SubmitEvent;
    if (!isTrusted || defaultPrevented || !(form instanceof HTMLFormElement) || !leavesAsGet(form, submitter)) return;
    if (guarded().some(field => field.form === form && field.value !== '')) event.preventDefault();
  };
  // The page's own handlers are asked first, also those that it added since.
  const askLast = (): void => {
    removeEventListener('submit', stopGetForm);
    addEventListener('submit', stopGetForm);
  };
  addEventListener('submit', askLast, true);
  (window as { navigation?: EventTarget }).navigation?.addEventListener('navigate', event => {
    const { destination } = event as Event & { readonly destination: { readonly url: string } };
    if (event.cancelable && carries(destination.url)) event.preventDefault();
  });
  addEventListener(
    'input',
    ({ isTrusted, target }) => {
      if (isTrusted && target !== null) typedIn.add(target);
    },
    true,
  );
  // A form that is on its way has been read by then.
  addEventListener('pagehide', ({ isTrusted }) => {
    for (const field of isTrusted ? guarded() : []) if (!typedIn.has(field)) field.value = '';
  });
  return { document: seen };
}
