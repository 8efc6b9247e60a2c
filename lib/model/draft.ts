import * as v from 'valibot';

/** A field of a form as it was typed: far more than any of them takes, in UTF-16 units. */
export const typedText = v.pipe(v.string(), v.maxLength(20_000));

/** What an account form holds: the text of its fields, as typed. On an edit an empty secret means "keep the saved one". */
export const accountDraftSchema = v.strictObject({
  label: typedText,
  email: typedText,
  apiKey: typedText,
  authenticator: typedText,
  createdOn: typedText,
});

export type AccountDraft = v.InferOutput<typeof accountDraftSchema>;

/** The fields of a form that the person changed. */
export const changedFieldsSchema = v.pipe(v.array(v.keyof(accountDraftSchema)), v.maxLength(5), v.readonly());

/** A form that was not saved yet: of which account (null: a new one), since when, and what it was opened on. */
export const keptDraftSchema = v.strictObject({
  accountId: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  /** The revision of the account when the form was opened; 0 for a new one. */
  baseRevision: v.number(),
  /** The fields that were typed into. The others are as they were then: an account may have moved on since. */
  changed: changedFieldsSchema,
  draft: accountDraftSchema,
  keptAtMs: v.number(),
});

export type KeptDraft = v.InferOutput<typeof keptDraftSchema>;
