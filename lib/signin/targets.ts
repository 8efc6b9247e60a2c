// Everything on a page that asks for one of the sign-in's three values: fields, and rows of boxes as one.
import { findBoxRows } from './boxes';
import type { ValueKind } from './classify';
import { judgeField } from './classify';
import { findOtherForms } from './forms';
import type { Snapshot, SnapshotField } from './snapshot';
import type { Judged } from './structure';
import { nameByStructure } from './structure';

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

/** What stands in one form and can be seen. */
function judgeForms(judged: readonly Judged[]): ReadonlyMap<SnapshotField, ValueKind> {
  const seen = judged.filter(({ field }) => field.visible);
  const forms = Array.from(new Set(seen.map(({ field }) => field.form)));
  return new Map(forms.flatMap(form => [...nameByStructure(seen.filter(({ field }) => field.form === form))]));
}

/** The targets of a page in document order; forms that are plainly for something else have none. */
export function findTargets(snapshot: Snapshot): readonly Target[] {
  const otherForms = findOtherForms(snapshot);
  const fields = snapshot.fields.filter(({ form }) => !otherForms.has(form));
  const rows = findBoxRows(fields);
  const inRow = new Map(rows.flatMap(found => found.row.map(field => [field, found] as const)));
  const judged = fields.flatMap((field): readonly Judged[] => {
    const found = inRow.get(field);
    if (found === undefined) return [{ field, ...judgeField(field) }];
    return found.row[0] === field
      ? [{ field, kind: found.isCode ? 'code' : null, mayBe: [], isOpen: found.isOpen }]
      : [];
  });
  const structured = judgeForms(judged);
  return judged.flatMap(({ field, kind: own }) => {
    const kind = own ?? structured.get(field) ?? null;
    return kind === null ? [] : [targetOf(kind, inRow.get(field)?.row ?? [field], field.form)];
  });
}
