/** `wrong-password` as the part of a key in the locale files, which may hold no hyphen: `wrongPassword`. */
export type SentenceName<Code extends string> = Code extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<SentenceName<Tail>>}`
  : Code;

/** The name under which the locale files have the sentence of a code. */
export function sentenceNameOf<Code extends string>(code: Code): SentenceName<Code> {
  return code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()) as SentenceName<Code>;
}
