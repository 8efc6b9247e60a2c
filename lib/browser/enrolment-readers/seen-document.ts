import * as v from 'valibot';

/** What a reader says of the document it ran in: it may be another one by now, and the page may lie about the rest. */
export const seenDocumentSchema = v.strictObject({
  url: v.pipe(v.string(), v.maxLength(4_096)),
  isTop: v.boolean(),
  /** When the document began, to the fraction of a millisecond: no two documents of a tab share it. */
  bornAtMs: v.number(),
});

export type SeenDocument = v.InferOutput<typeof seenDocumentSchema>;
