// How much of a page is looked at: a sign-in page has a dozen of anything. The script on the page keeps to these limits and
// the worker refuses what goes beyond. They stand apart from the schema, since the script has no room for its library.

/** Fields, controls and forms each. */
export const ELEMENT_CAP = 200;
/** Ancestors that keep one field hidden. */
export const HIDDEN_BY_CAP = 32;
/** UTF-16 units of one text, such as a label. */
export const TEXT_CAP = 300;
/** UTF-16 units of the line that names an element. */
export const SIGNATURE_CAP = 2_000;
