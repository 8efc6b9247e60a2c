// Controls, line and paragraph separators, and the bidirectional controls that make a text read as another one.
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

/** Whether a one-line text shows as what it is: no control characters, no direction overrides, no lone surrogates. */
export function isPlainLine(text: string): boolean {
  return !UNPRINTABLE.test(text) && text.isWellFormed();
}

/** How many characters a person sees counted: code points, not UTF-16 units. */
export function countCodePoints(text: string): number {
  return Array.from(text).length;
}
