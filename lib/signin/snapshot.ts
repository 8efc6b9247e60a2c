// Invariant: a snapshot says what a page looks like and never what is in it. No value of any field is ever read into one.
import * as v from 'valibot';
import { ELEMENT_CAP, HIDDEN_BY_CAP, SIGNATURE_CAP, TEXT_CAP } from './snapshot-limits';

const shortText = v.pipe(v.string(), v.maxLength(TEXT_CAP));

const common = {
  /** What the element is, in one line. It names the element in an instruction, and is compared again in the task that acts. */
  signature: v.pipe(v.string(), v.maxLength(SIGNATURE_CAP)),
  id: shortText,
  name: shortText,
  /** The text that names it: its label, `aria-label`, `aria-labelledby` or `title`. */
  label: shortText,
  visible: v.boolean(),
  enabled: v.boolean(),
  /** The number of its form among the page's forms, or -1. */
  form: v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(ELEMENT_CAP)),
};

const fieldSchema = v.strictObject({
  ...common,
  type: shortText,
  autocomplete: shortText,
  inputMode: shortText,
  placeholder: shortText,
  pattern: shortText,
  /** -1 where there is none. */
  maxLength: v.pipe(v.number(), v.integer()),
  /** Whether it would be visible but for something that lies over it now, such as a dialog. */
  covered: v.boolean(),
  /** Ids of the ancestors that keep it hidden. */
  hiddenBy: v.pipe(v.array(shortText), v.maxLength(HIDDEN_BY_CAP)),
});

const controlSchema = v.strictObject({
  ...common,
  /** Whether pressing it submits its form. */
  submits: v.boolean(),
  text: shortText,
  /** What it says it shows and hides (`aria-controls`). */
  controls: shortText,
});

/** What the content script sees of a page. */
export const snapshotSchema = v.strictObject({
  fields: v.pipe(v.array(fieldSchema), v.maxLength(ELEMENT_CAP)),
  controls: v.pipe(v.array(controlSchema), v.maxLength(ELEMENT_CAP)),
});

export type Snapshot = v.InferOutput<typeof snapshotSchema>;
export type SnapshotField = Snapshot['fields'][number];
export type SnapshotControl = Snapshot['controls'][number];
