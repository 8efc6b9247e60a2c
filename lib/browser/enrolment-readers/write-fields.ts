// Runs inside a page of the site, in the world of extensions: the text of this function is all that gets there. Invariants:
// it writes into the one document it was meant for, into fields that a person sees, and where their form would send them
// elsewhere, nowhere; it presses nothing, keeps nothing, adds no node.
import * as v from 'valibot';
import type { SeenDocument } from './seen-document';
import { seenDocumentSchema } from './seen-document';

/**
 * One field and what goes into it. Without a value it is only asked whether something could: absent and not null, since
 * Chromium drops what is null on the way into a page.
 */
export type FieldWrite = { readonly selector: string; readonly value?: string };

export const writingSchema = v.strictObject({
  document: seenDocumentSchema,
  /** `missing`: not one such field that can be typed into. `refused`: it did not keep what was written. */
  state: v.picklist(['wrote', 'missing', 'refused', 'elsewhere']),
});

/** Writes into fields of the document that began at `bornAtMs`, all of them or none. */
export async function writeFields(
  bornAtMs: number,
  writes: readonly FieldWrite[],
): Promise<{ readonly document: SeenDocument; readonly state: 'wrote' | 'missing' | 'refused' | 'elsewhere' }> {
  const seen = { url: location.href, isTop: window.top === window, bornAtMs: performance.timeOrigin };
  if (!seen.isTop || seen.bornAtMs !== bornAtMs) return { document: seen, state: 'elsewhere' };
  const visible = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  // As the browser resolves it: a page's `<base>` counts.
  const base = String(Object.getOwnPropertyDescriptor(Node.prototype, 'baseURI')?.get?.call(document));
  const staysHere = (element: Element | null, name: string): boolean => {
    const address = element && Element.prototype.getAttribute.call(element, name);
    return !address || (URL.canParse(address, base) && new URL(address, base).origin === location.origin);
  };
  const senders = Array.from<Element>(Document.prototype.querySelectorAll.call(document, '[formaction]'));
  const boxOf = (element: Element) => Element.prototype.getBoundingClientRect.call(element);
  // Through slots and shadow roots.
  const around = (element: Element): Element[] => {
    const [root, parent] = [Node.prototype.getRootNode.call(element), element.assignedSlot ?? element.parentElement];
    const next = parent ?? (root instanceof ShadowRoot ? root.host : null);
    return next === null ? [element] : [element, ...around(next)];
  };
  // As at a sign-in: not see-through with all that is around it, and what a click at its middle and around it would reach.
  const isSeen = (field: HTMLInputElement): boolean => {
    let opacity = 1;
    for (const each of around(field)) {
      const style = getComputedStyle(each);
      opacity *= Number(style.opacity) * Number(/opacity\(([\d.e-]+)\)/u.exec(style.filter)?.[1] ?? 1);
      if (Element.prototype.getAttribute.call(each, 'aria-hidden') === 'true') return false;
    }
    if (opacity < 0.1) return false;
    const isHit = (across: number, down: number): boolean => {
      const { left, top, width, height } = boxOf(field);
      const hit = Document.prototype.elementFromPoint.call(document, left + width * across, top + height * down);
      return hit === field || Array.from(field.labels ?? []).some(label => Node.prototype.contains.call(label, hit));
    };
    const corners = [isHit(0.25, 0.25), isHit(0.75, 0.25), isHit(0.25, 0.75), isHit(0.75, 0.75)];
    return isHit(0.5, 0.5) && corners.filter(Boolean).length >= 2;
  };
  const findField = (selector: string): HTMLInputElement | null => {
    const found = Array.from<Element>(Document.prototype.querySelectorAll.call(document, selector));
    const [field] = found;
    if (found.length !== 1 || !(field instanceof HTMLInputElement)) return null;
    if (!['text', 'email', 'tel', 'number'].includes(field.type) || field.disabled || field.readOnly) return null;
    if (!Element.prototype.checkVisibility.call(field, visible)) return null;
    const { width, height } = boxOf(field);
    if (width < 8 || height < 8) return null;
    // What cannot be brought into sight is not hit there either.
    if (!isSeen(field)) field.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    if (!isSeen(field)) return null;
    return staysHere(field.form, 'action') && senders.every(sender => staysHere(sender, 'formaction')) ? field : null;
  };
  const targets = writes.map(({ selector, value }) => ({ field: findField(selector), value }));
  if (targets.some(({ field }) => field === null)) return { document: seen, state: 'missing' };
  for (const { field, value } of targets) {
    if (field === null || value === undefined) continue;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }
  // A page that controls its fields has had its turn by then.
  await new Promise(resolve => setTimeout(resolve, 30));
  const isKept = targets.every(
    ({ field, value }) => value === undefined || (field?.isConnected && field.value === value),
  );
  return { document: seen, state: isKept ? 'wrote' : 'refused' };
}
