// Runs inside a page of the site, in the world of extensions: the text of this function is all that gets there. Invariants:
// value in, value out; it keeps nothing, writes nothing, adds no node. Everything it returns is untrusted.
import * as v from 'valibot';
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
  selector: '#backup-codes .backup-code',
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
  const isOnPage = (element: Element): boolean => {
    const { width, height, right, bottom } = Element.prototype.getBoundingClientRect.call(element);
    return width >= 8 && height >= 8 && right + scrollX > 0 && bottom + scrollY > 0;
  };
  const pattern = new RegExp(looksLike);
  const texts = Array.from<Element>(Document.prototype.querySelectorAll.call(document, selector))
    .filter(element => Element.prototype.checkVisibility.call(element, visible) && isOnPage(element))
    .map(element => (element instanceof HTMLInputElement ? element.value : (element.textContent ?? '')).trim())
    .filter(text => pattern.test(text))
    .slice(0, mostTexts)
    .map(text => text.slice(0, mostCharacters));
  return {
    document: { url: location.href, isTop: window.top === window, bornAtMs: performance.timeOrigin },
    texts,
  };
}
