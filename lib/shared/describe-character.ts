const PRINTABLE_ASCII = /^[!-~]$/;
/** Letters, marks, numbers, punctuation and symbols: what leaves ink. Lone surrogates, controls and spaces do not. */
const VISIBLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u;

/**
 * How to name one character to a person: itself where it is plain (`1`), with its code point where it may be a
 * lookalike (`І (U+0406)`), and by its code point alone where there is nothing to see (`U+200B`).
 */
export function describeCharacter(character: string): string {
  if (PRINTABLE_ASCII.test(character)) return character;
  const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return VISIBLE.test(character) ? `${character} (${codePoint})` : codePoint;
}
