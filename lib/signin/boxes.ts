// One code in single boxes, one for each digit: found as a row, since a box by itself says next to nothing.
import { judgeField } from './classify';
import { FOREIGN_FIELD_IDS } from './site';
import type { SnapshotField } from './snapshot';
import { foldSaid } from './words';
import { BACKUP, BOX_NAME, CODE, FOREIGN, gistOf, PROBABLY_FOREIGN, SENT } from './words-of-fields';

/** How many digits an authenticator may show. */
const LEAST_BOXES = 6;
const MOST_BOXES = 8;
const SINGLE_PATTERN = /^(?:\\d|\[0-9\])(?:\{1\}|\*|\?)?$/u;
const BOX_TYPES: readonly string[] = ['text', 'password', 'tel', 'number'];

const takesDigits = ({ inputMode, pattern, type }: SnapshotField) =>
  inputMode === 'numeric' || SINGLE_PATTERN.test(pattern) || type === 'tel' || type === 'number';

const isSingle = ({ maxLength, pattern, type }: SnapshotField) =>
  BOX_TYPES.includes(type) && (maxLength === 1 || (maxLength < 0 && SINGLE_PATTERN.test(pattern)));

/** Often the first box alone is long enough for the whole code, so that it can be pasted. */
const mayBegin = ({ maxLength, type, ...rest }: SnapshotField) =>
  BOX_TYPES.includes(type) && (maxLength === 6 || isSingle({ ...rest, maxLength, type }));

const belongTogether = (one: SnapshotField, other: SnapshotField) =>
  one.form === other.form && one.visible === other.visible && one.type === other.type;

/** Where the row of boxes that begins at `start` ends. */
function endOfRow(fields: readonly SnapshotField[], start: number): number {
  const first = fields[start];
  let end = start + 1;
  if (first === undefined || !mayBegin(first)) return end;
  for (
    let next = fields[end];
    next !== undefined && isSingle(next) && belongTogether(first, next);
    next = fields[end]
  ) {
    end++;
  }
  // A whole row of single ones does not need the long field before it.
  return isSingle(first) || end - start <= LEAST_BOXES ? end : start + 1;
}

/** What the boxes of a row, taken together, ask for: a code, something else, or what nothing on them says. */
type RowVerdict = 'code' | 'not-ours' | 'open';

function judgeRow(row: readonly SnapshotField[]): RowVerdict {
  if (row.length < LEAST_BOXES || row.length > MOST_BOXES) return 'not-ours';
  if (row.some(({ id }) => FOREIGN_FIELD_IDS.includes(id))) return 'not-ours';
  const texts = row.flatMap(({ label, placeholder, name, id }) => [label, placeholder, name, id].map(foldSaid));
  const foreign = texts.some(
    text => BACKUP.test(text) || FOREIGN.test(text) || SENT.test(text) || PROBABLY_FOREIGN.test(text),
  );
  if (foreign) return 'not-ours';
  if (row.some(field => judgeField(field).kind === 'code') || texts.some(text => CODE.test(text))) return 'code';
  const read = row.flatMap(({ label, placeholder }) => [foldSaid(label), foldSaid(placeholder)]);
  const isNamedSo = read.every(text => BOX_NAME.test(gistOf(text)) || BOX_NAME.test(text));
  return row.every(takesDigits) && isNamedSo ? 'code' : 'open';
}

/**
 * The rows of single boxes on a page, in document order. `isCode`: they are a code's. `isOpen`: there are as many as a code
 * has, and nothing says what for.
 */
export function findBoxRows(
  fields: readonly SnapshotField[],
): readonly { readonly row: readonly SnapshotField[]; readonly isCode: boolean; readonly isOpen: boolean }[] {
  const rows: { row: readonly SnapshotField[]; isCode: boolean; isOpen: boolean }[] = [];
  for (let start = 0; start < fields.length; ) {
    const end = endOfRow(fields, start);
    const row = fields.slice(start, end);
    const verdict = judgeRow(row);
    if (row.length > 2) rows.push({ row, isCode: verdict === 'code', isOpen: verdict === 'open' });
    start = end;
  }
  return rows;
}
