// Everything on a page that asks for one of the sign-in's three values: fields, and rows of boxes as one.
import { findBoxRows } from './boxes';
import type { ValueKind } from './classify';
import { classifyField } from './classify';
import { findOtherForms } from './forms';
import type { Snapshot, SnapshotField } from './snapshot';

/** Where one value goes. */
export type Target = {
  readonly kind: ValueKind;
  /** One field, or the boxes of one code in document order. */
  readonly fields: readonly SnapshotField[];
  readonly form: number;
  readonly visible: boolean;
  readonly enabled: boolean;
};

function targetOf(kind: ValueKind, fields: readonly SnapshotField[], form: number): Target {
  return {
    kind,
    fields,
    form,
    visible: fields.every(({ visible }) => visible),
    enabled: fields.every(({ enabled }) => enabled),
  };
}

/** The targets of a page in document order; forms that are plainly for something else have none. */
export function findTargets(snapshot: Snapshot): readonly Target[] {
  const otherForms = findOtherForms(snapshot);
  const fields = snapshot.fields.filter(({ form }) => !otherForms.has(form));
  const rows = findBoxRows(fields);
  const inRow = new Map(rows.flatMap(found => found.row.map(field => [field, found] as const)));
  return fields.flatMap(field => {
    const found = inRow.get(field);
    if (found !== undefined) {
      return found.isCode && found.row[0] === field ? [targetOf('code', found.row, field.form)] : [];
    }
    const kind = classifyField(field);
    return kind === null ? [] : [targetOf(kind, [field], field.form)];
  });
}
