// Runs inside a page of the site, in the world of extensions: the text of this function is all that gets there. Invariants:
// value in, value out; it keeps nothing, writes nothing, adds no node. Everything it returns is untrusted.
import * as v from 'valibot';
import { ENROLMENT_ELEMENTS } from '../../signin/enrolment-page';
import type { SeenDocument } from './seen-document';
import { seenDocumentSchema } from './seen-document';

/** Which texts are wanted: those of elements that match, that a person can see, and that look like what is sought. */
export type TextQuestion = {
  readonly selector: string;
  /** A regular expression without flags, so that nothing else of the page is read. */
  readonly looksLike: string;
  readonly mostTexts: number;
  readonly mostCharacters: number;
};

/** The site's backup codes: one more than ten is enough to see that there are too many. */
export const BACKUP_CODES_QUESTION: TextQuestion = {
  selector: `#${ENROLMENT_ELEMENTS.backupCodes.id} .backup-code`,
  looksLike: '',
  mostTexts: 32,
  mostCharacters: 64,
};

/** Whatever may be an API key, whole or masked. */
export const KEYS_QUESTION: TextQuestion = {
  selector: 'code, pre, samp, output, input[readonly]',
  looksLike: '[0-9A-Fa-f]{16}|[•●∙*…]{3}',
  mostTexts: 64,
  mostCharacters: 256,
};

export const textsReadingSchema = v.strictObject({
  document: seenDocumentSchema,
  texts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(256))), v.maxLength(64)),
});

/** The texts that are asked for, as a person sees them, in the order of the page. */
export function readTexts({ selector, looksLike, mostTexts, mostCharacters }: TextQuestion): {
  readonly document: SeenDocument;
  readonly texts: readonly string[];
} {
  const visible = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  const boxOf = (element: Element) => Element.prototype.getBoundingClientRect.call(element);
  // Not beside the page on any side, where no scrolling leads.
  const isOnPage = (element: Element): boolean => {
    const { width, height, left, top, right, bottom } = boxOf(element);
    const page = document.scrollingElement ?? element;
    const isWithin = left + scrollX < page.scrollWidth && top + scrollY < page.scrollHeight;
    return width >= 8 && height >= 8 && right + scrollX > 0 && bottom + scrollY > 0 && isWithin;
  };
  // Nor see-through, nor in something that is folded up around it, or that stays out of view however the page is scrolled.
  const isSeen = (element: Element): boolean => {
    let opacity = 1;
    for (let each: Element | null = element; each !== null; each = each.parentElement) {
      const style = getComputedStyle(each);
      opacity *= Number(style.opacity);
      const { width, height, left, top } = boxOf(each);
      const isFolded = Math.min(width, height) < 2 && /hidden|clip/.test(style.overflow);
      const isAway = style.position === 'fixed' && (left >= innerWidth || top >= innerHeight);
      if (opacity < 0.1 || isFolded || isAway) return false;
    }
    return isOnPage(element);
  };
  const pattern = new RegExp(looksLike);
  const texts = Array.from<Element>(Document.prototype.querySelectorAll.call(document, selector))
    .filter(element => Element.prototype.checkVisibility.call(element, visible) && isSeen(element))
    .map(element => (element instanceof HTMLInputElement ? element.value : (element.textContent ?? '')).trim())
    .filter(text => pattern.test(text))
    .slice(0, mostTexts)
    .map(text => text.slice(0, mostCharacters));
  return {
    document: { url: location.href, isTop: window.top === window, bornAtMs: performance.timeOrigin },
    texts,
  };
}
