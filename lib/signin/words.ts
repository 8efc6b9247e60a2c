// How words are compared, whatever the language: folded, so that a label, a name and an id of the same meaning look alike.
// What is looked for stands in words-of-fields.ts and words-of-controls.ts, folded as well.

/** What may be said of something, each language on its own line; `any` is said alike in all of them. Regular expressions. */
type Phrases = { readonly any?: string; readonly en?: string; readonly nl?: string; readonly de?: string };

/** "Not a backup code", "kein Backup-Code": what a thing is said not to be says nothing of what it is. */
const DENIED = /\b(?:not|never|without|nicht|kein\w*|ohne|niet|geen|zonder)\b[^.,;:()!?]*/giu;

/**
 * Text as it is compared: small letters without accents, names like `apiKey` and `api_key` taken apart, and one space for
 * whatever else stands between the words.
 */
export function fold(text: string): string {
  if (text === '') return '';
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim();
}

/** Folded text without what is denied in it. */
export function foldSaid(text: string): string {
  return fold(text.replace(DENIED, ' '));
}

/** Made once of each expression: a page has many texts. */
const everywhere = new WeakMap<RegExp, RegExp>();

function findEverywhere(expression: RegExp): RegExp {
  const known = everywhere.get(expression);
  if (known !== undefined) return known;
  const made = new RegExp(expression, 'gmu');
  everywhere.set(expression, made);
  return made;
}

/** What is left of folded text when every match of the expressions is taken out. */
export function without(folded: string, ...expressions: readonly RegExp[]): string {
  return expressions
    .reduce((rest, expression) => rest.replace(findEverywhere(expression), ' '), folded)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** An expression for folded text that holds where any of the phrases is said, in any of its lines. */
export function anyOf(...phrases: readonly Phrases[]): RegExp {
  const sources = phrases.flatMap(({ any, en, nl, de }) => [any, en, nl, de].filter(source => source !== undefined));
  return new RegExp(sources.join('|'), 'mu');
}
