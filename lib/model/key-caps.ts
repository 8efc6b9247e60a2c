// How long what is said of a key may be, in UTF-16 units: forms say so, and the worker takes no more.
import { LABEL_CAP_CODE_POINTS } from './label';

/** What fits a line of a table. A code point has two units at most. */
export const LINE_CAP_UNITS = 2 * LABEL_CAP_CODE_POINTS;

/** A note of some paragraphs. */
export const NOTE_CAP_UNITS = 2_000;
