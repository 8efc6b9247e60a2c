import * as v from 'valibot';

const typedText = v.pipe(v.string(), v.maxLength(20_000));

/** What an account form holds: the text of its fields, as typed. On an edit an empty secret means "keep the saved one". */
export const accountDraftSchema = v.strictObject({
  label: typedText,
  email: typedText,
  apiKey: typedText,
  authenticator: typedText,
  createdOn: typedText,
});

export type AccountDraft = v.InferOutput<typeof accountDraftSchema>;
