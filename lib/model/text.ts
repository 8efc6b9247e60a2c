// Controls, line and paragraph separators, and the bidirectional controls that make a text read as another one.
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

/** Whether a one-line text shows as what it is: no control characters, no direction overrides, no lone surrogates. */
export function isPlainLine(text: string): boolean {
  return !UNPRINTABLE.test(text) && text.isWellFormed();
}

/** What leaves no ink: soft hyphens, spaces without width, fillers, joiners, variation selectors, tags. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u;

/**
 * Where an invisible character changes what is seen: a joiner between letters of a script that joins (Persian, Hindi) or
 * between emoji, the style of the character before it, and the tags that make a flag.
 */
const INVISIBLE_AT_WORK = new RegExp(
  [
    '(?<=[\\p{L}\\p{M}])(?<![\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}])[\\u200c\\u200d](?=\\p{L})',
    '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])\\u200d(?=\\p{Extended_Pictographic})',
    '(?<=[\\p{Emoji}\\p{L}\\p{S}])[\\ufe00-\\ufe0f]',
    '(?<=\\u{1f3f4})[\\u{e0020}-\\u{e007e}]+\\u{e007f}',
  ].join('|'),
  'gu',
);

/** A letter, number, punctuation mark or symbol, except for what counts as one and is blank. */
const SEEN = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether any character of the text is a format character or one that is not drawn. */
export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text) || /\p{Cf}/u.test(text);
}

/** Whether there is something to see, and nothing is hidden in it. What joins emoji or letters hides nothing. */
export function isSeenWhole(text: string): boolean {
  return SEEN.test(text) && !INVISIBLE.test(text.replace(INVISIBLE_AT_WORK, ''));
}

/** How many characters a person sees counted: code points, not UTF-16 units. */
export function countCodePoints(text: string): number {
  return Array.from(text).length;
}
